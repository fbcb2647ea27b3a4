import Foundation

/// A file on its way, under a hidden name beside the one it is to replace: `.net.safetensors.part`.
///
/// Unless it is published, it is gone when nobody holds it any longer. The name is always the same, so
/// that what is left of a program that was killed is taken over by the next.
final class Draft {
  private let finalPath: String
  private let path: String
  private let descriptor: Int32
  private var isPublished = false

  /// - Throws: `SafetensorsError` if the file is no place to write to.
  init(of file: URL) throws {
    // Renaming onto a link would replace the link and not what it leads to.
    let final = file.resolvingSymlinksInPath()
    try Self.requireReplaceable(final.path)
    finalPath = final.path
    path =
      final.deletingLastPathComponent().appending(path: ".\(final.lastPathComponent).part").path
    descriptor = try Self.openAlone(path, for: finalPath)
  }

  deinit {
    // Once published, the name may already be another's.
    if !isPublished { unlink(path) }
    close(descriptor)
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
    isPublished = true
  }

  /// Opens a draft that nobody else writes to, and empties it.
  private static func openAlone(_ path: String, for finalPath: String) throws -> Int32 {
    while true {
      // A pipe in its place would be waited for without end; a link might lead anywhere.
      let flags = O_WRONLY | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
      let descriptor = open(path, flags, 0o644)
      guard descriptor >= 0 else { throw SafetensorsError.system(finalPath, "cannot be written") }
      // The lock ends with the program. Where a disk knows no locks, there is none to be minded.
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else {
        close(descriptor)
        throw SafetensorsError(
          "\(finalPath) is being written by another program; wait until it has ended")
      }
      // Before the lock was ours, the file may have been published: then it is no draft any more.
      if isStill(descriptor, at: path), ftruncate(descriptor, 0) == 0 { return descriptor }
      close(descriptor)
    }
  }

  private static func isStill(_ descriptor: Int32, at path: String) -> Bool {
    var (opened, named) = (stat(), stat())
    return fstat(descriptor, &opened) == 0 && stat(path, &named) == 0
      && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
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
