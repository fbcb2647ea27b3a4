import Autograd

/// Lays out each image as one row: `[N, C, H, W]` becomes `[N, C · H · W]`.
public final class Flatten: Layer {
  public init() {}
  public func forward(_ x: Tensor) -> Tensor { x.flattened() }
}
