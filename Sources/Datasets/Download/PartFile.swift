import Glibc

/// A file on its way: it bears the name `….part` until it is whole and checked.
///
/// What goes wrong here is the disk's fault, so it ends the download; no other mirror would help.
final class PartFile {
  let path: String
  private(set) var byteCount: Int
  private let descriptor: Int32

  /// Opens the part file for `finalPath`, with what is left from an interrupted download.
  init(for finalPath: String) throws {
    path = finalPath + ".part"
    descriptor = try Self.openAlone(path)
    byteCount = Int(lseek(descriptor, 0, SEEK_END))
  }

  deinit { close(descriptor) }

  func append(_ bytes: some Sequence<UInt8>) throws {
    let bytes = Array(bytes)
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(descriptor, $0.baseAddress! + written, $0.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw Self.error("cannot be written further than \(byteCount) bytes", path)
      }
      written += count
      byteCount += count
    }
  }

  /// Forgets what has arrived.
  func startOver() throws {
    guard byteCount > 0 else { return }
    guard ftruncate(descriptor, 0) == 0 else { throw Self.error("cannot be emptied", path) }
    byteCount = 0
  }

  /// Gives the file its final name, which from then on stands for the whole file or none.
  ///
  /// Without `fsync` the name could outlive a power cut that the bytes do not.
  func publish(as finalPath: String) throws {
    guard fsync(descriptor) == 0 else { throw Self.error("cannot be written to the disk", path) }
    guard rename(path, finalPath) == 0 else { throw Self.error("cannot be renamed", path) }
  }

  func delete() { unlink(path) }

  /// Opens a file that no other program writes to: two appending to one would spoil it.
  private static func openAlone(_ path: String) throws -> Int32 {
    while true {
      let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else { throw error("cannot be written", path) }
      // The lock ends with the program.
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        close(descriptor)
        throw DatasetError("\(path) is being written by another program; wait until it has ended")
      }
      // Before the lock was ours, the file may have got its final name, and must not grow any more.
      if isStill(descriptor, at: path) { return descriptor }
      close(descriptor)
    }
  }

  private static func isStill(_ descriptor: Int32, at path: String) -> Bool {
    var (opened, named) = (stat(), stat())
    return fstat(descriptor, &opened) == 0 && stat(path, &named) == 0
      && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
  }

  private static func error(_ what: String, _ path: String) -> DatasetError {
    DatasetError("\(path) \(what): \(String(cString: strerror(errno)))")
  }
}
