/// The square root of each number.
///
/// - Parameter x: any shape; that of a negative number is NaN.
/// - Returns: the shape of `x`.
public func squareRoot(_ x: Tensor) -> Tensor {
  let y = kernels.squareRoot(x.buffer)
  return Tensor(y, shape: x.shape).recorded(
    as: .squareRoot,
    [
      // The derivative is 1 / (2 · √x).
      .wrt(x) { dy in kernels.scale(kernels.divide(dy, y), by: 0.5) }
    ])
}

extension Tape.Operation {
  /// The kind of `squareRoot`.
  public static let squareRoot = Self("squareRoot")
}
