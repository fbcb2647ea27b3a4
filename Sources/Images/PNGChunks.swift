extension PNG {
  /// A PNG without the chunks that say what its colours look like.
  ///
  /// libpng would change every pixel of a file whose gamma is not that of a screen.
  ///
  /// The format: a signature; then chunks, each of four bytes that say how long it is, highest first,
  /// four letters, so many bytes, and a checksum of four. Whatever does not look like that is kept, for
  /// libpng to say what is wrong with it.
  static func withoutColourSpace(_ bytes: [UInt8]) -> [UInt8] {
    var kept = Array(bytes.prefix(signature.count))
    kept.reserveCapacity(bytes.count)
    var start = signature.count
    while start + 12 <= bytes.count {
      let length = bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
      let name = String(decoding: bytes[start + 4..<start + 8], as: UTF8.self)
      // Behind the first pixels nothing is said of colours any more.
      guard name != "IDAT", length <= bytes.count - start - 12 else { break }
      let end = start + 12 + length
      if !colourSpace.contains(name) { kept += bytes[start..<end] }
      start = end
    }
    return kept + bytes[start...]
  }

  private static let colourSpace: Set = ["gAMA", "cHRM", "sRGB", "iCCP", "cICP"]
}
