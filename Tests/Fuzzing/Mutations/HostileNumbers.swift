import Autograd

/// Numbers that programs often handle wrongly: the limits of all types, their neighbors, small ones.
enum HostileNumbers {
  static let all: [UInt64] = small + nearPowers + [.max - 1, .max, .max / 3, 100_000_001]

  private static let small: [UInt64] = [
    0, 1, 2, 3, 0x7F, 0x80, 0xFF, 0x100, 0x7FFF, 0x8000, 0xFFFF, 0x1_0000,
  ]

  private static let nearPowers: [UInt64] = [31, 32, 33, 53, 61, 62, 63].flatMap {
    let power: UInt64 = 1 << $0
    return [power - 1, power, power + 1]
  }

  static func draw(_ random: inout Random) -> UInt64 {
    random.chance(of: 4) ? random.next() >> UInt64(random.below(64)) : random.pick(all)
  }

  /// One as text, which may also be out of the range of every type, or not an integer.
  static func text(_ random: inout Random) -> String {
    random.chance(of: 3) ? random.pick(strange) : "\(draw(&random))"
  }

  private static let strange = [
    "-1", "-0", "0.0", "1.5", "1e2", "1E400", "-1e-400", "1e", "01", "+1", ".5", "5.", "0x10",
    "9223372036854775808", "-9223372036854775808", "-9223372036854775809",
    "18446744073709551616", String(repeating: "9", count: 400), "NaN", "Infinity", "null", "true",
    "\"1\"", "[]", "{}",
  ]
}
