#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A generator of random numbers that gives the same numbers for the same seed everywhere.
///
/// SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators", figure
/// 16): eight lines that pass the usual statistical tests.
public struct Random: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// A generator that draws the numbers of this seed.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number from the uniform distribution over `range`.
  public mutating func uniform(in range: ClosedRange<Float> = 0...1) -> Float {
    let share = Float(next() >> 40) / Float(1 << 24)  // as many bits as a Float can hold
    return range.lowerBound + share * (range.upperBound - range.lowerBound)
  }

  /// A whole number from 0 to `count - 1`, each equally likely.
  ///
  /// Drawn as a `UInt64`, since an `Int` has 32 bits on some systems, and would be another number there.
  ///
  /// - Parameter count: at least 1.
  public mutating func number(below count: Int) -> Int { Int(next(upperBound: UInt64(count))) }

  /// The numbers from 0 to `count - 1` in random order.
  public mutating func order(of count: Int) -> [Int] {
    var order = Array(0..<count)
    for i in order.indices.dropLast() { order.swapAt(i, i + number(below: count - i)) }
    return order
  }

  /// A number from the standard normal distribution (Box and Muller 1958).
  public mutating func normal() -> Float {
    let radius = (-2 * log(1 - Double(uniform()))).squareRoot()
    return Float(radius * cos(2 * Double.pi * Double(uniform())))
  }
}
