import Foundation
import Sentences

/// A file open for reading, whose failures are sentences.
package final class InputFile {
  private let path: String
  private let descriptor: Int32

  /// Opens the regular file at `path`; a pipe or a device, which could keep us waiting, is refused.
  package init(_ path: String) throws {
    self.path = path
    // Without O_NONBLOCK, opening a pipe would wait for its writer before it can be refused.
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      let error = SentenceError.system(path, "cannot be opened")
      throw obstacle(at: path).map { SentenceError("\(path) is \($0)") } ?? error
    }
    guard (status.st_mode & S_IFMT) == S_IFREG else {
      let found = name(of: status.st_mode & S_IFMT)
      throw SentenceError("\(path) is \(found), not a file that can be read to its end")
    }
  }

  deinit { close(descriptor) }

  /// How long the file is.
  package var byteCount: Int { Int(status.st_size) }

  /// The next bytes, at most `limit`; none at the end of the file.
  package func read(upTo limit: Int) throws -> [UInt8] {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      let got = Foundation.read(descriptor, buffer.baseAddress, limit)
      (count, failed) = (max(got, 0), got < 0)
    }
    if failed { throw SentenceError.system(path, "cannot be read") }
    return bytes
  }

  /// All bytes of the file at `path`, provided they are not more than `limit`.
  package static func bytes(of path: String, limit: Int) throws -> [UInt8] {
    let file = try InputFile(path)
    guard file.byteCount <= limit else {
      throw SentenceError(
        "\(path) is \(file.byteCount) bytes long; what is wanted has at most \(limit)")
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(file.byteCount)
    while bytes.count <= limit {
      let more = try file.read(upTo: 1 << 20)
      if more.isEmpty { break }
      bytes += more
    }
    return bytes
  }

  private var status: stat {
    var status = stat()
    fstat(descriptor, &status)
    return status
  }
}
