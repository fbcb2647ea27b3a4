import Kernels

/// As many numbers as a `Vector` has, with more digits.
typealias Doubles = SIMD16<Double>

/// The same numbers with more digits.
///
/// Four at a time: of the conversion of more the compiler makes a function that is called.
@inline(__always)
func doubles(_ x: Vector) -> Doubles {
  @inline(__always) func doubles(_ x: SIMD8<Float>) -> SIMD8<Double> {
    SIMD8(lowHalf: SIMD4(x.lowHalf), highHalf: SIMD4(x.highHalf))
  }
  return Doubles(lowHalf: doubles(x.lowHalf), highHalf: doubles(x.highHalf))
}
