import Autograd

/// Lays out each image as one row: `[N, C, H, W]` becomes `[N, C · H · W]`.
public final class Flatten: Layer {
  /// A layer without settings.
  public init() {}
  /// - Parameter x: `[N, …]`.
  public func forward(_ x: Tensor) -> Tensor { x.flattened() }

  /// `[N, C · H · W]`.
  public func outputShape(of input: [Int]) throws(SentenceError) -> [Int] {
    try Shapes.flatten(input)
  }
}
