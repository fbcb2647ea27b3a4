/// The types of numbers a file may hold, by the names the format gives them.
///
/// They are declared in the order in which writers lay them out: those that must begin at a multiple of
/// eight bytes first.
public enum ElementType: String, CaseIterable, Sendable {
  case int64 = "I64"
  case float64 = "F64"
  case float32 = "F32"
  case int32 = "I32"
  case bfloat16 = "BF16"
  case float16 = "F16"
  case int16 = "I16"
  case int8 = "I8"
  case uint8 = "U8"
  case bool = "BOOL"

  /// How many bytes one number takes.
  public var byteCount: Int {
    switch self {
    case .int64, .float64: 8
    case .float32, .int32: 4
    case .bfloat16, .float16, .int16: 2
    case .int8, .uint8, .bool: 1
    }
  }

  /// How a `Float` is made of the bytes of one number, if it is a number with a point.
  ///
  /// Only a `float64` can lose anything by it.
  var float: ((UnsafeRawBufferPointer) -> Float)? {
    switch self {
    case .float64: { Float(Double(bitPattern: $0.littleEndian(UInt64.self))) }
    case .float32: { Float(bitPattern: $0.littleEndian(UInt32.self)) }
    case .float16: { widened(half: $0.littleEndian(UInt16.self)) }
    // The upper half of a Float is what a bfloat16 is.
    case .bfloat16: { Float(bitPattern: UInt32($0.littleEndian(UInt16.self)) << 16) }
    default: nil
    }
  }
}

/// A half-precision number (1 bit for the sign, 5 for the exponent, 10 for the fraction) as a `Float`.
///
/// Written out because `Float16` does not exist on every platform Swift runs on.
private func widened(half: UInt16) -> Float {
  let sign: Float = half >> 15 == 0 ? 1 : -1
  let (exponent, fraction) = (Int(half >> 10 & 0x1F), half & 0x3FF)
  return switch exponent {
  case 0: sign * Float(fraction) * 0x1p-24
  case 0x1F: Float(bitPattern: UInt32(half >> 15) << 31 | 0x7F80_0000 | UInt32(fraction) << 13)
  default:
    Float(sign: .plus, exponent: exponent - 15, significand: sign * (1 + Float(fraction) / 1024))
  }
}

extension UnsafeRawBufferPointer {
  /// The whole number that begins here, its lowest byte first.
  func littleEndian<Number: FixedWidthInteger>(_ type: Number.Type) -> Number {
    Number(littleEndian: loadUnaligned(as: type))
  }
}
