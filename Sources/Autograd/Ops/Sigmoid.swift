/// Maps every number to between 0 and 1: `1 / (1 + e⁻ˣ)`.
///
/// - Parameter x: any shape.
/// - Returns: the shape of `x`.
public func sigmoid(_ x: Tensor) -> Tensor {
  let y = kernels.sigmoid(x.buffer)
  return Tensor(y, shape: x.shape).recorded(
    as: .sigmoid,
    [
      // The derivative is y · (1 − y), at most a quarter.
      .wrt(x) { dy in kernels.sigmoidGradient(dy, y: y) }
    ])
}

extension Tape.Operation {
  /// The kind of `sigmoid`.
  public static let sigmoid = Self("sigmoid")
}
