/// A file to be mutated: its bytes, and the places of the numbers in its header.
struct Specimen: Sendable {
  var bytes: [UInt8]
  var fields: [Field] = []

  /// Corrects the checksums, so that not every mutated file is refused for those alone.
  var seal: @Sendable ([UInt8]) -> [UInt8] = { $0 }

  /// An integer in a file.
  struct Field: Sendable {
    let place, width: Int
    var isBigEndian = true
  }

  /// Writes a number into a field, truncated, if the field is still within the file.
  mutating func set(_ field: Field, to value: UInt64) {
    guard field.place + field.width <= bytes.count else { return }
    for i in 0..<field.width {
      let digit = field.isBigEndian ? field.width - 1 - i : i
      bytes[field.place + i] = UInt8(truncatingIfNeeded: value >> (8 * UInt64(digit)))
    }
  }
}

/// A number as bytes, big-endian.
func bigEndian(_ number: Int, width: Int = 4) -> [UInt8] {
  (0..<width).map { UInt8(truncatingIfNeeded: number >> (8 * (width - 1 - $0))) }
}
