/// Squeezes every number between −1 and 1.
///
/// - Parameter x: any shape.
/// - Returns: the shape of `x`.
public func tanh(_ x: Tensor) -> Tensor {
  let y = kernels.tanh(x.buffer)
  return Tensor(y, shape: x.shape).recorded(
    as: "tanh",
    [
      // The slope is 1 − y², which is 1 only at the origin.
      .wrt(x) { dy in kernels.tanhGradient(dy, y: y) }
    ])
}
