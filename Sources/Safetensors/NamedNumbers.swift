/// Numbers with a name and a shape, as a file is to hold them.
public struct NamedNumbers: Sendable {
  /// The numbers, in row-major order.
  public enum Numbers: Sendable {
    /// Written as F32, exactly, or as a type of half the size.
    case floats([Float], as: Precision = .float32)
    /// Written as I64.
    case integers([Int])
  }

  /// How many bits of a `Float` are kept.
  public enum Precision: Sendable {
    case float32
    /// The sign, the exponent and the seven highest bits of the fraction, rounded to the nearest, or
    /// between two to the even one.
    case bfloat16
  }

  public let name: String
  public let shape: [Int]
  public let numbers: Numbers

  /// - Parameter shape: the length of each axis, outermost first; `[]` for a single number.
  public init(_ name: String, shape: [Int], _ numbers: Numbers) {
    (self.name, self.shape, self.numbers) = (name, shape, numbers)
  }

  var type: ElementType {
    switch numbers {
    case .floats(_, as: .float32): .float32
    case .floats(_, as: .bfloat16): .bfloat16
    case .integers: .int64
    }
  }

  var count: Int {
    switch numbers {
    case .floats(let floats, as: _): floats.count
    case .integers(let integers): integers.count
    }
  }

  /// The numbers as bytes, the lowest of each first.
  var bytes: [UInt8] {
    switch numbers {
    case .floats(let floats, as: .float32):
      floats.map(\.bitPattern.littleEndian).withUnsafeBytes(Array.init)
    case .floats(let floats, as: .bfloat16):
      floats.map { bfloat16($0).littleEndian }.withUnsafeBytes(Array.init)
    case .integers(let integers): integers.map(\.littleEndian).withUnsafeBytes(Array.init)
    }
  }
}

/// The bits of the bfloat16 nearest to a number: the upper half of the `Float`, or one more.
func bfloat16(_ float: Float) -> UInt16 {
  let bits = float.bitPattern
  // Rounding could carry a NaN over to an infinity, or to zero.
  if float.isNaN { return UInt16(bits >> 16) | 0x40 }
  let even = bits >> 16 & 1
  return UInt16((bits + 0x7FFF + even) >> 16)
}
