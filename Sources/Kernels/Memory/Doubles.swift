/// As many numbers as a `Vector` has, with more digits.
public typealias Doubles = SIMD16<Double>

extension Vector {
  /// The same numbers with more digits.
  ///
  /// Four at a time: of the conversion of more the compiler makes a function that is called.
  @inlinable @inline(__always)
  public var doubles: Doubles {
    Doubles(
      lowHalf: SIMD8(lowHalf: SIMD4(lowHalf.lowHalf), highHalf: SIMD4(lowHalf.highHalf)),
      highHalf: SIMD8(lowHalf: SIMD4(highHalf.lowHalf), highHalf: SIMD4(highHalf.highHalf)))
  }
}
