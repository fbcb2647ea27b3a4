/// Squeezes every number between 0 and 1: `1 / (1 + e⁻ˣ)`.
///
/// - Parameter x: any shape.
/// - Returns: the shape of `x`.
public func sigmoid(_ x: Tensor) -> Tensor {
  let y = kernels.sigmoid(x.buffer)
  return Tensor(y, shape: x.shape).recorded(
    as: "sigmoid",
    [
      // The slope is y · (1 − y), which is never more than a quarter.
      .wrt(x) { dy in kernels.sigmoidGradient(dy, y: y) }
    ])
}
