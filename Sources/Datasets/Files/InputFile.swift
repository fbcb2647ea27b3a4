import Glibc

/// A file open for reading, whose failures are sentences.
public final class InputFile {
  private let path: String
  private let descriptor: Int32

  /// Opens the regular file at `path`; a pipe or a device, which could keep us waiting, is refused.
  init(_ path: String) throws {
    self.path = path
    // Without O_NONBLOCK, opening a pipe would wait for its writer before it can be refused.
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Self.error("cannot be opened", path) }
    guard (status.st_mode & S_IFMT) == S_IFREG else {
      throw DatasetError("\(path) is not a file that can be read from beginning to end")
    }
  }

  deinit { close(descriptor) }

  var byteCount: Int { Int(status.st_size) }

  /// The next bytes, at most `limit`; none at the end of the file.
  func read(upTo limit: Int) throws -> [UInt8] {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      let got = Glibc.read(descriptor, buffer.baseAddress, limit)
      (count, failed) = (max(got, 0), got < 0)
    }
    if failed { throw Self.error("cannot be read", path) }
    return bytes
  }

  /// All bytes of the file at `path`, provided they are not more than `limit`.
  public static func bytes(of path: String, limit: Int) throws -> [UInt8] {
    let file = try InputFile(path)
    guard file.byteCount <= limit else {
      throw DatasetError(
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

  /// Whether there is a regular file, or a link to one, at `path`.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && (status.st_mode & S_IFMT) == S_IFREG
  }

  private var status: stat {
    var status = stat()
    fstat(descriptor, &status)
    return status
  }

  private static func error(_ what: String, _ path: String) -> DatasetError {
    DatasetError("\(path) \(what): \(String(cString: strerror(errno)))")
  }
}
