import Foundation

/// A file on its way, under a name of its own beside the one it is to replace.
///
/// Unless it is published, it is gone when nobody holds it any longer.
final class Draft {
  private let finalPath: String
  private let path: String
  private let descriptor: Int32

  /// - Throws: `SafetensorsError` if the file is no place to write to.
  init(of file: URL) throws {
    // Renaming onto a link would replace the link and not what it leads to.
    let final = file.resolvingSymlinksInPath()
    try Self.requireReplaceable(final.path)
    finalPath = final.path
    path =
      final.deletingLastPathComponent()
      .appending(path: ".\(UUID().uuidString).safetensors").path
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw SafetensorsError.system(finalPath, "cannot be written") }
  }

  deinit {
    close(descriptor)
    // Once published, nothing has this name.
    unlink(path)
  }

  func append(_ bytes: [UInt8]) throws {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(descriptor, $0.baseAddress! + written, $0.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw SafetensorsError.system(finalPath, "cannot be written") }
      written += count
    }
  }

  /// Gives the file its final name, which from then on stands for the whole of it.
  ///
  /// Without `fsync` the name could outlive a power cut that the bytes do not.
  func publish() throws {
    guard fsync(descriptor) == 0, rename(path, finalPath) == 0 else {
      throw SafetensorsError.system(finalPath, "cannot be written")
    }
  }

  /// A device must not be replaced by a file, nor a file that its owner has protected.
  private static func requireReplaceable(_ path: String) throws {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFREG else {
      let kind = status.st_mode & S_IFMT == S_IFDIR ? "a folder" : "a device or a pipe"
      throw SafetensorsError("\(path) is \(kind), but must be a file")
    }
    guard access(path, W_OK) == 0 else { throw SafetensorsError.system(path, "cannot be written") }
  }
}
