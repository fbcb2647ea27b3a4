/// A tensor to be written to a file: a name, a shape and numbers.
public struct NamedNumbers: Sendable {
  /// The numbers, in row-major order.
  public enum Numbers: Sendable {
    /// Written as F32, exactly, or as BF16, rounded.
    case floats([Float], as: Precision = .float32)
    /// Written as I64.
    case integers([Int])
  }

  /// The type floats are written as.
  public enum Precision: Sendable {
    /// All bits.
    case float32
    /// The sign, the exponent and the seven highest bits of the fraction, rounded to the nearest, or
    /// between two to the even one.
    case bfloat16
  }

  /// The name of the tensor.
  public let name: String
  /// The length of each axis, outermost first; `[]` for a single number.
  public let shape: [Int]
  /// The numbers, as many as the shape holds.
  public let numbers: Numbers

  /// A tensor of this shape.
  ///
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

  /// The numbers as bytes, little-endian.
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

/// The bits of the bfloat16 nearest to a number: the upper half of the `Float`, rounded to even.
func bfloat16(_ float: Float) -> UInt16 {
  let bits = float.bitPattern
  // Rounding could turn a NaN into an infinity, or into zero.
  if float.isNaN { return UInt16(bits >> 16) | 0x40 }
  let even = bits >> 16 & 1
  return UInt16((bits + 0x7FFF + even) >> 16)
}
