import Kernels

extension Shapes {
  /// `[N, C, H, W]` with a weight and a bias of `[C]` stays as it is.
  ///
  /// - Parameter statistics: the shape of the mean and of the variance that are given, `[C]`; `nil` if
  ///   they are measured of `x`.
  public static func batchNorm2D(
    _ x: [Int], _ weight: [Int], _ bias: [Int], statistics: [Int]? = nil
  ) throws(SentenceError) -> [Int] {
    try expectImages("batchNorm2D", x)
    let numbers: [(name: String, shape: [Int])] =
      [("weight", weight), ("bias", bias)] + (statistics.map { [("statistics", $0)] } ?? [])
    for (name, shape) in numbers {
      try expect(
        shape == [x[1]],
        "batchNorm2D: x is \(x), so it has \(counted(x[1], "channel")); \(name) is \(shape), but should be [\(x[1])]"
      )
    }
    try expect(
      statistics != nil || x[0] * x[2] * x[3] > 1,
      "batchNorm2D: x is \(x), one number per channel, which is its own mean; training needs more images or more pixels"
    )
    return x
  }
}

/// Normalizes each channel to mean 0 and variance 1 over the batch, then scales and shifts it by learned
/// amounts (Ioffe and Szegedy 2015, "Batch normalization", algorithm 1).
///
/// That is `(x − mean) / √(variance + ε) · weight + bias`.
///
/// - Parameters:
///   - x: images, `[N, C, H, W]`, with at least two numbers per channel.
///   - weight: `[C]`.
///   - bias: `[C]`.
///   - epsilon: keeps a channel whose numbers are all the same from being divided by zero.
/// - Returns: the shape of `x`, and the statistics of `x` that it was normalized by.
public func batchNorm2D(
  _ x: Tensor, _ weight: Tensor, _ bias: Tensor, epsilon: Float = 1e-5
) -> (y: Tensor, statistics: ChannelStatistics) {
  let shape = fitting(
    try Shapes.batchNorm2D(x.shape, weight.shape, bias.shape), of: [x, weight, bias])
  let (a, g) = (x.buffer, x.imageGeometry)
  let n = Normalization(weight: weight.buffer, bias: bias.buffer, epsilon: epsilon)
  let (y, measured) = kernels.batchNorm2D(a, n, g)
  let derivative = Derivative.wrt([x, weight, bias]) { dy in
    // Mean and variance depend on x, so gradients flow through them, too.
    let gradients = kernels.batchNorm2DGradient(dy, a, n, measured: measured, g)
    return [gradients.x, gradients.w, gradients.b]
  }
  return (
    Tensor(y, shape: shape).recorded(as: .batchNorm2D, [derivative]), measured
  )
}

/// Normalizes each channel by statistics that are known already, then scales and shifts it by learned
/// amounts.
///
/// That is a fixed affine map for each channel, so what one image becomes does not depend on the others
/// in the batch.
///
/// - Parameters:
///   - x: images, `[N, C, H, W]`.
///   - weight: `[C]`.
///   - bias: `[C]`.
///   - statistics: the mean to take away and the variance to divide by, `[C]` each.
///   - epsilon: is added to the variance.
/// - Returns: the shape of `x`.
public func batchNorm2D(
  _ x: Tensor, _ weight: Tensor, _ bias: Tensor, statistics: ChannelStatistics,
  epsilon: Float = 1e-5
) -> Tensor {
  for given in [statistics.mean, statistics.variance] {
    _ = fitting(
      try Shapes.batchNorm2D(x.shape, weight.shape, bias.shape, statistics: [given.count]),
      of: [x, weight, bias])
  }
  let (a, g, given) = (x.buffer, x.imageGeometry, statistics)
  let n = Normalization(weight: weight.buffer, bias: bias.buffer, epsilon: epsilon)
  return Tensor(kernels.batchNorm2D(a, n, given: given, g), shape: x.shape).recorded(
    as: .batchNorm2D,
    [
      .wrt([x, weight, bias]) { dy in
        let gradients = kernels.batchNorm2DGradient(dy, a, n, given: given, g)
        return [gradients.x, gradients.w, gradients.b]
      }
    ])
}

extension Tape.Operation {
  /// The kind of `batchNorm2D`.
  public static let batchNorm2D = Self("batchNorm2D")
}
