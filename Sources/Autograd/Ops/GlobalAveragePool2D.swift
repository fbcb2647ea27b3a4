import Kernels

extension Shapes {
  /// `[N, C, H, W]` becomes `[N, C, 1, 1]`.
  public static func globalAveragePool2D(_ x: [Int]) throws(SentenceError) -> [Int] {
    try expectImages("globalAveragePool2D", x)
    return [x[0], x[1], 1, 1]
  }
}

/// The mean of each channel of each image, whatever its size.
///
/// - Parameter x: images, `[N, C, H, W]`.
/// - Returns: `[N, C, 1, 1]`.
public func globalAveragePool2D(_ x: Tensor) -> Tensor {
  let shape = fitting(try Shapes.globalAveragePool2D(x.shape), of: [x])
  let g = x.imageGeometry
  return Tensor(kernels.globalAveragePool2D(x.buffer, g), shape: shape).recorded(
    as: .globalAveragePool2D,
    [
      // All pixels of a channel share its gradient equally.
      .wrt(x) { dy in kernels.globalAveragePool2DGradient(dy, g) }
    ])
}

extension Tape.Operation {
  /// The kind of `globalAveragePool2D`.
  public static let globalAveragePool2D = Self("globalAveragePool2D")
}
