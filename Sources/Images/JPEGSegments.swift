// A JPEG begins with segments: 0xFF, a marker, a length of two bytes (big-endian, itself included), and so
// many bytes.

extension JPEG {
  /// The orientation in the segment APP1 that begins with `Exif`.
  static func orientation(in bytes: [UInt8]) -> Orientation {
    let begin = Array("Exif\0\0".utf8)
    let exif = segments(of: bytes).first { $0.marker == 0xE1 && $0.content.starts(with: begin) }
    return exif.flatMap { Orientation(exif: $0.content.dropFirst(begin.count)) } ?? .upright
  }

  /// The segments before the first scan, as far as the file has this form.
  private static func segments(
    of bytes: [UInt8]
  ) -> [(marker: UInt8, content: ArraySlice<UInt8>)] {
    var segments: [(marker: UInt8, content: ArraySlice<UInt8>)] = []
    var start = signature.count
    let scan: UInt8 = 0xDA
    while start + 4 <= bytes.count, bytes[start] == 0xFF, bytes[start + 1] != scan {
      // Any number of bytes 0xFF may stand before a marker.
      guard bytes[start + 1] != 0xFF else {
        start += 1
        continue
      }
      let end = start + 2 + Int(bytes[start + 2]) << 8 + Int(bytes[start + 3])
      guard start + 4 <= end, end <= bytes.count else { break }
      segments.append((bytes[start + 1], bytes[start + 4..<end]))
      start = end
    }
    return segments
  }
}
