import ConeDNN
import Kernels

extension Vector {
  /// The same numbers as those of `squareRoot()`, four at a time.
  @inline(__always)
  var squareRoots: Vector {
    Vector(
      lowHalf: SIMD8(
        lowHalf: one_square_roots(lowHalf.lowHalf), highHalf: one_square_roots(lowHalf.highHalf)),
      highHalf: SIMD8(
        lowHalf: one_square_roots(highHalf.lowHalf), highHalf: one_square_roots(highHalf.highHalf)))
  }
}
