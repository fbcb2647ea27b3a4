/// The types of numbers in the format, by their names there.
///
/// They are in the order in which tensors are written, those with the largest alignment first.
public enum ElementType: String, CaseIterable, Sendable {
  case uint64 = "U64"
  case int64 = "I64"
  case float64 = "F64"
  case complex64 = "C64"
  case float32 = "F32"
  case uint32 = "U32"
  case int32 = "I32"
  case bfloat16 = "BF16"
  case float16 = "F16"
  case uint16 = "U16"
  case int16 = "I16"
  case float8E5M2FNUZ = "F8_E5M2FNUZ"
  case float8E4M3FNUZ = "F8_E4M3FNUZ"
  case float8E8M0 = "F8_E8M0"
  case float8E4M3 = "F8_E4M3"
  case float8E5M2 = "F8_E5M2"
  case int8 = "I8"
  case uint8 = "U8"
  case float6E3M2 = "F6_E3M2"
  case float6E2M3 = "F6_E2M3"
  case float4 = "F4"
  case bool = "BOOL"

  /// The number of bits of one number; a tensor's numbers fill whole bytes.
  public var bitCount: Int {
    switch self {
    case .uint64, .int64, .float64, .complex64: 64
    case .float32, .uint32, .int32: 32
    case .bfloat16, .float16, .uint16, .int16: 16
    case .float8E5M2FNUZ, .float8E4M3FNUZ, .float8E8M0, .float8E4M3, .float8E5M2: 8
    case .int8, .uint8, .bool: 8
    case .float6E3M2, .float6E2M3: 6
    case .float4: 4
    }
  }

  /// The conversion of one number to `Float`, for the floating-point types of 16 bits and more.
  ///
  /// It is exact except for `float64`.
  var float: ((UnsafeRawBufferPointer) -> Float)? {
    switch self {
    case .float64: { Float(Double(bitPattern: $0.littleEndian(UInt64.self))) }
    case .float32: { Float(bitPattern: $0.littleEndian(UInt32.self)) }
    case .float16: { widened(half: $0.littleEndian(UInt16.self)) }
    // A bfloat16 is the upper half of a Float.
    case .bfloat16: { Float(bitPattern: UInt32($0.littleEndian(UInt16.self)) << 16) }
    default: nil
    }
  }
}

extension ElementType {
  /// The conversion of one number to `Int`, for all types of 8 bits and more but the smallest floats;
  /// `nil` for a number that is not whole, or beyond 64 bits.
  var integer: ((UnsafeRawBufferPointer) -> Int?)? {
    switch self {
    case .uint64: { Int(exactly: $0.littleEndian(UInt64.self)) }
    case .int64: { Int(exactly: $0.littleEndian(Int64.self)) }
    case .uint32: { Int(exactly: $0.littleEndian(UInt32.self)) }
    case .int32: { Int(exactly: $0.littleEndian(Int32.self)) }
    case .uint16: { Int(exactly: $0.littleEndian(UInt16.self)) }
    case .int16: { Int(exactly: $0.littleEndian(Int16.self)) }
    case .uint8: { Int(exactly: $0.littleEndian(UInt8.self)) }
    case .int8: { Int(exactly: $0.littleEndian(Int8.self)) }
    // Not by way of `Float`, which has fewer digits.
    case .float64: { Int(exactly: Double(bitPattern: $0.littleEndian(UInt64.self))) }
    default: float.map { float in { Int(exactly: float($0)) } }
    }
  }
}

/// A half-precision number (1 sign bit, 5 for the exponent, 10 for the fraction) as a `Float`.
///
/// `Float16` does not exist on every platform.
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
  /// The integer at the beginning, little-endian.
  func littleEndian<Number: FixedWidthInteger>(_ type: Number.Type) -> Number {
    Number(littleEndian: loadUnaligned(as: type))
  }
}
