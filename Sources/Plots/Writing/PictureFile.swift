import Foundation

/// The kinds of files a picture is kept in.
public enum PictureFormat: String, CaseIterable, Sendable {
  /// Sharp at every size, for pages and slides.
  case svg
  /// Pixels, two to the point.
  case png
  /// Sharp at every size, for print and LaTeX.
  case pdf
}

extension Picture {
  /// Writes the picture to `file`.
  ///
  /// It is written beside and then renamed, so that no reader ever meets half a picture. Equal pictures
  /// give equal bytes.
  ///
  /// - Throws: `PictureError` if `file` is not a place for a file, or cannot be written, or if there
  ///   is nothing that makes PNG or PDF.
  public func write(
    to file: URL, as format: PictureFormat = .svg, theme: Theme = .auto
  ) throws {
    guard file.isFileURL else {
      throw PictureError("A picture is written to a file; \(file.absoluteString) is not one.")
    }
    let data = try data(as: format, theme)
    let folder = file.deletingLastPathComponent()
    let beside = folder.appendingPathComponent(".\(UUID().uuidString).\(format)")
    do {
      try data.write(to: beside)
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

  private func data(as format: PictureFormat, _ theme: Theme) throws -> Data {
    switch format {
    case .svg: Data(svg(theme).utf8)
    case .png, .pdf: try converted(to: format, theme)
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
