/// The exponential of each number: `eˣ`.
///
/// - Parameter x: any shape.
/// - Returns: the shape of `x`.
public func exp(_ x: Tensor) -> Tensor {
  let y = kernels.exp(x.buffer)
  return Tensor(y, shape: x.shape).recorded(
    as: .exp,
    [
      // The exponential is its own derivative.
      .wrt(x) { dy in kernels.multiply(dy, y) }
    ])
}

extension Tape.Operation {
  /// The kind of `exp`.
  public static let exp = Self("exp")
}
