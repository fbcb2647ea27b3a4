/// `x · Φ(x)`: each number times the share of normally distributed numbers that are less than it.
///
/// The Gaussian error linear unit of Hendrycks and Gimpel 2016: a smooth ReLU, which lets a little of small
/// negative numbers through.
///
/// - Parameter x: any shape.
/// - Returns: the shape of `x`.
public func gelu(_ x: Tensor) -> Tensor {
  let a = x.buffer
  return Tensor(kernels.gelu(a), shape: x.shape).recorded(
    as: .gelu,
    [
      // By the product rule Φ(x) + x · φ(x), where φ is the density of the normal distribution.
      .wrt(x) { dy in kernels.geluGradient(dy, x: a) }
    ])
}

extension Tape.Operation {
  /// The kind of `gelu`.
  public static let gelu = Self("gelu")
}
