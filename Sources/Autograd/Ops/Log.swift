/// The natural logarithm of each number.
///
/// As in PyTorch, that of 0 is −∞, and that of a negative number NaN.
///
/// - Parameter x: any shape.
/// - Returns: the shape of `x`.
public func log(_ x: Tensor) -> Tensor {
  let u = x.buffer
  return Tensor(kernels.log(u), shape: x.shape).recorded(
    as: .log,
    [
      // The derivative is 1 / x.
      .wrt(x) { dy in kernels.divide(dy, u) }
    ])
}

extension Tape.Operation {
  /// The kind of `log`.
  public static let log = Self("log")
}
