import Sentences

extension PNG {
  /// A PNG without the chunks that say what its colours look like.
  ///
  /// libpng would change every pixel of a file whose gamma is not that of a screen.
  ///
  /// The format: a signature; then chunks, each of four bytes that say how long it is, highest first,
  /// four letters, so many bytes, and a checksum of four. Whatever else does not look like that is kept,
  /// for libpng to say what is wrong with it.
  ///
  /// - Throws: `SentenceError` if one should be longer than the file: libpng would make room for all of it,
  ///   and fill a gigabyte with zeros for a file of a hundred bytes.
  static func withoutColourSpace(_ bytes: [UInt8], _ name: String) throws -> [UInt8] {
    var kept = Array(bytes.prefix(signature.count))
    kept.reserveCapacity(bytes.count)
    var start = signature.count
    while start + 12 <= bytes.count {
      let length = bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
      let letters = String(decoding: bytes[start + 4..<start + 8], as: UTF8.self)
      // Behind the first pixels nothing is said of colours any more.
      guard letters != "IDAT" else { break }
      guard length <= bytes.count - start - 12 else {
        throw SentenceError(
          "\(name) is a PNG picture that is cut off or damaged: of the \(length) bytes of a part that "
            + "begins at byte \(start + 8), \(bytes.count - start - 8) are there")
      }
      let end = start + 12 + length
      if !colourSpace.contains(letters) { kept += bytes[start..<end] }
      start = end
    }
    return kept + bytes[start...]
  }

  private static let colourSpace: Set = ["gAMA", "cHRM", "sRGB", "iCCP", "cICP"]
}
