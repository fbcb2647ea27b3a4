// A JPEG consists of segments: 0xFF, a letter and, for most, a length and so many bytes.

extension Picture {
  /// The segments of a sound file, a scan together with the pixels behind it.
  static func segments(of bytes: [UInt8]) -> [[UInt8]] {
    var starts: [Int] = []
    var place = 0
    while place + 1 < bytes.count {
      // Within pixels 0xFF is followed by 0, or by the number of a restart.
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

  /// Where the lengths lie and what else a segment begins with; of a frame also its height and width.
  static func segmentFields(of segments: [[UInt8]]) -> [Specimen.Field] {
    var (fields, start) = ([Specimen.Field](), 0)
    for segment in segments.prefix(40) {
      fields.append(.init(place: start + 2, width: 2))
      fields += (4..<min(12, max(4, segment.count))).map { .init(place: start + $0, width: 1) }
      if [0xC0, 0xC1, 0xC2].contains(segment[1]) {
        // More often than others, since all the memory that is needed hangs on them.
        fields += [5, 7, 5, 7, 5, 7, 5, 7].map { .init(place: start + $0, width: 2) }
      }
      start += segment.count
    }
    return fields
  }
}
