/// Maps every number to between −1 and 1: the hyperbolic tangent.
///
/// - Parameter x: any shape.
/// - Returns: the shape of `x`.
public func tanh(_ x: Tensor) -> Tensor {
  let y = kernels.tanh(x.buffer)
  return Tensor(y, shape: x.shape).recorded(
    as: .tanh,
    [
      // The derivative is 1 − y², which is 1 only at the origin.
      .wrt(x) { dy in kernels.tanhGradient(dy, y: y) }
    ])
}

extension Tape.Operation {
  /// The kind of `tanh`.
  public static let tanh = Self("tanh")
}
