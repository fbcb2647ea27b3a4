// A JPEG consists of segments: 0xFF, a letter and, for most, a length and so many bytes.

extension Picture {
  /// The segments of a valid file, a scan together with the data after it.
  static func segments(of bytes: [UInt8]) -> [[UInt8]] {
    var starts: [Int] = []
    var place = 0
    while place + 1 < bytes.count {
      // Within the data of a scan, 0xFF is followed by 0 or by a restart number.
      let letter = bytes[place + 1]
      let isSegment = bytes[place] == 0xFF && letter != 0 && !(0xD0...0xD7).contains(letter)
      guard isSegment else {
        place += 1
        continue
      }
      starts.append(place)
      let isAlone = letter == 0xD8 || letter == 0xD9
      place += isAlone ? 2 : 2 + Int(bytes[place + 2]) << 8 + Int(bytes[place + 3])
    }
    return zip(starts, starts.dropFirst() + [bytes.count]).map { Array(bytes[$0..<$1]) }
  }

  /// The places of the lengths and of other numbers in segments, such as the size of a frame.
  static func segmentFields(of segments: [[UInt8]]) -> [Specimen.Field] {
    var (fields, start) = ([Specimen.Field](), 0)
    for segment in segments.prefix(40) {
      fields.append(.init(place: start + 2, width: 2))
      fields += (4..<min(12, max(4, segment.count))).map { .init(place: start + $0, width: 1) }
      if [0xC0, 0xC1, 0xC2].contains(segment[1]) {
        // More often than others, because they determine how much memory is needed.
        fields += [5, 7, 5, 7, 5, 7, 5, 7].map { .init(place: start + $0, width: 2) }
      }
      start += segment.count
    }
    return fields
  }
}
