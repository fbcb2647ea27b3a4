import Autograd

/// The L2 norm: the root of the sum of all squares.
///
/// The squares are taken as `Double`: that of 10⁻²⁴ is smaller than the least `Float`.
public func norm(_ x: Tensor) -> Double {
  x.scalars.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
}
