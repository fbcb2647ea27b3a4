import Autograd

/// The mean of each channel of each image: `[N, C, H, W]` becomes `[N, C, 1, 1]`.
public final class GlobalAveragePool2D: Layer {
  /// A layer without settings.
  public init() {}
  /// - Parameter x: images, `[N, C, H, W]`.
  public func forward(_ x: Tensor) -> Tensor { globalAveragePool2D(x) }

  /// `[N, C, 1, 1]`.
  public func outputShape(of input: [Int]) throws(SentenceError) -> [Int] {
    try Shapes.globalAveragePool2D(input)
  }
}
