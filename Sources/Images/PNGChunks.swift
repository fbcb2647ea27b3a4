import Sentences

extension PNG {
  /// A PNG without the chunks about its color space, with which libpng would convert all pixels.
  ///
  /// The format: a signature; then chunks, each with its length in four bytes (big-endian), a type of four
  /// letters, so many bytes, and a checksum of four. What does not have this form is kept, for libpng to
  /// report.
  ///
  /// - Throws: `SentenceError` if a chunk is longer than the file: libpng would allocate all of it, a
  ///   gigabyte for a file of a hundred bytes.
  static func withoutColorSpace(_ bytes: [UInt8], _ name: String) throws -> [UInt8] {
    var kept = Array(bytes.prefix(signature.count))
    kept.reserveCapacity(bytes.count)
    var start = signature.count
    while start + 12 <= bytes.count {
      let length = bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
      let letters = String(decoding: bytes[start + 4..<start + 8], as: UTF8.self)
      // After the first pixels there are no such chunks.
      guard letters != "IDAT" else { break }
      guard length <= bytes.count - start - 12 else {
        throw SentenceError(
          "\(name) is a PNG picture that is cut off or damaged: of the \(length) bytes of a part that "
            + "begins at byte \(start + 8), \(bytes.count - start - 8) are there")
      }
      let end = start + 12 + length
      if !colorSpace.contains(letters) { kept += bytes[start..<end] }
      start = end
    }
    return kept + bytes[start...]
  }

  private static let colorSpace: Set = ["gAMA", "cHRM", "sRGB", "iCCP", "cICP"]
}
