import Foundation

extension Picture {
  /// Writes the picture to `file`, as SVG.
  ///
  /// It is written beside and then renamed, so that no reader ever meets half a picture.
  ///
  /// - Throws: `PictureError` if `file` is not a place for a file, or cannot be written.
  public func write(to file: URL) throws {
    guard file.isFileURL else {
      throw PictureError("A picture is written to a file; \(file.absoluteString) is not one.")
    }
    let folder = file.deletingLastPathComponent()
    let beside = folder.appendingPathComponent(".\(UUID().uuidString).svg")
    do {
      try Data(svg.utf8).write(to: beside)
    } catch {
      unlink(beside.path)
      throw PictureError(
        "The picture \(file.lastPathComponent) could not be written into \(folder.path): "
          + (isFolder(folder) ? "the folder refuses it, or is full." : "there is no such folder."))
    }
    if rename(beside.path, file.path) != 0 {
      let reason = String(cString: strerror(errno))
      unlink(beside.path)
      throw PictureError("The picture could not be put in place at \(file.path): \(reason).")
    }
  }
}

/// Why a picture could not be kept, as a sentence.
public struct PictureError: Error, CustomStringConvertible {
  public let description: String

  init(_ sentence: String) { description = sentence }
}

private func isFolder(_ url: URL) -> Bool {
  var isDirectory: ObjCBool = false
  return FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory)
    && isDirectory.boolValue
}
