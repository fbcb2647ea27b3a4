import Autograd

/// Takes the mean of each channel of each image: `[N, C, H, W]` becomes `[N, C, 1, 1]`.
public final class GlobalAveragePool2D: Layer {
  public init() {}
  public func forward(_ x: Tensor) -> Tensor { globalAveragePool2D(x) }
}
