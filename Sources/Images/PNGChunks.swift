import Sentences

// A PNG is a signature and then chunks, each with its length in four bytes (big-endian), a type of four
// letters, so many bytes, and a checksum of four.

extension PNG {
  /// The chunks before the first pixels: their types, and the ranges of their bytes.
  ///
  /// What does not have this form is left to libpng to report.
  ///
  /// - Throws: `SentenceError` if a chunk is longer than the file: libpng would allocate all of it, a
  ///   gigabyte for a file of a hundred bytes.
  static func chunks(
    of bytes: [UInt8], _ name: String
  ) throws -> [(type: String, content: ArraySlice<UInt8>)] {
    var chunks: [(type: String, content: ArraySlice<UInt8>)] = []
    var start = signature.count
    while start + 12 <= bytes.count {
      let length = bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
      let type = String(decoding: bytes[start + 4..<start + 8], as: UTF8.self)
      guard type != "IDAT" else { break }
      guard length <= bytes.count - start - 12 else {
        throw SentenceError(
          "\(name) is a PNG picture that is cut off or damaged: of the \(length) bytes of a part that "
            + "begins at byte \(start + 8), \(bytes.count - start - 8) are there")
      }
      chunks.append((type, bytes[start + 8..<start + 8 + length]))
      start += 12 + length
    }
    return chunks
  }

  /// The orientation in the chunk `eXIf`, which must stand before the pixels.
  static func orientation(
    in chunks: [(type: String, content: ArraySlice<UInt8>)]
  ) -> Orientation {
    chunks.first { $0.type == "eXIf" }.flatMap { Orientation(exif: $0.content) } ?? .upright
  }
}
