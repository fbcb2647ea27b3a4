import Foundation

// Reading from a file that may be truncated at any time, without crashing.

/// Reads `count` bytes at an offset.
func read(_ descriptor: Int32, at place: Int, count: Int) throws -> [UInt8] {
  try [UInt8](unsafeUninitializedCapacity: count) { bytes, filled in
    while filled < count {
      let number = pread(
        descriptor, bytes.baseAddress! + filled, count - filled, off_t(place + filled))
      if number < 0 && errno == EINTR { continue }
      guard number >= 0 else { throw Flaw(String(cString: strerror(errno))) }
      guard number > 0 else { throw Flaw("it ends at byte \(place + filled)") }
      filled += number
    }
  }
}

/// The first bytes of a file, as many as show what kind of file it is; none if it cannot be read.
func beginning(of descriptor: Int32) -> [UInt8] {
  [UInt8](unsafeUninitializedCapacity: 4096) { bytes, filled in
    filled = max(0, pread(descriptor, bytes.baseAddress, bytes.count, 0))
  }
}

extension SafetensorsFile {
  static func size(of descriptor: Int32) throws -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Flaw(String(cString: strerror(errno))) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Flaw(status.st_mode & S_IFMT == S_IFDIR ? "it is a folder" : "it is a device or a pipe")
    }
    return Int(status.st_size)
  }

  /// The length of the header, from the first eight bytes.
  static func headerLength(_ descriptor: Int32, fileSize: Int) throws -> Int {
    guard fileSize >= 8 else {
      throw Flaw("it has \(fileSize) bytes, but the length of its header alone takes 8")
    }
    let length = try read(descriptor, at: 0, count: 8).withUnsafeBytes {
      $0.littleEndian(UInt64.self)
    }
    guard length <= Header.maximumByteCount else {
      throw Flaw(
        "its header should have \(length) bytes; at most \(Header.maximumByteCount) are allowed")
    }
    guard Int(length) <= fileSize - 8 else {
      throw Flaw(
        "its header should have \(length) bytes, but the file ends after \(fileSize - 8) of them")
    }
    return Int(length)
  }
}
