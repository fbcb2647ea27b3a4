// Finds the orientation in EXIF data: a small TIFF file that cameras put into their pictures.

extension Orientation {
  /// The tag Orientation in the first directory; `nil` if the data are no TIFF file or have none.
  ///
  /// The format: the byte order, `II` or `MM`; the number 42; the offset of the directory; there the number
  /// of entries, and for each its tag, type, count and value, 12 bytes in all.
  init?(exif bytes: ArraySlice<UInt8>) {
    let tiff = TIFF(bytes)
    guard let tiff, let directory = tiff.number(at: 4, byteCount: 4),
      let count = tiff.number(at: directory, byteCount: 2)
    else { return nil }
    for entry in (0..<count).map({ directory + 2 + 12 * $0 }) {
      guard let tag = tiff.number(at: entry, byteCount: 2) else { return nil }
      guard tag == 0x112 else { continue }
      // A SHORT, as it should be, or the LONG that some programs write.
      let type = tiff.number(at: entry + 2, byteCount: 2)
      let value = tiff.number(at: entry + 8, byteCount: type == 4 ? 4 : 2)
      self.init(rawValue: value ?? 0)
      return
    }
    return nil
  }
}

/// The numbers of a TIFF file, in its byte order.
private struct TIFF {
  private let bytes: ArraySlice<UInt8>
  private let isBigEndian: Bool

  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.starts(with: "II*\0".utf8) || bytes.starts(with: "MM\0*".utf8) else { return nil }
    (self.bytes, isBigEndian) = (bytes, bytes.first == UInt8(ascii: "M"))
  }

  /// The number at an offset; `nil` if the file ends before.
  func number(at offset: Int, byteCount: Int) -> Int? {
    guard offset + byteCount <= bytes.count else { return nil }
    let part = bytes.dropFirst(offset).prefix(byteCount)
    return isBigEndian
      ? part.reduce(0) { $0 << 8 | Int($1) } : part.reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
