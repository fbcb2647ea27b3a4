import Autograd

/// Replaces what is negative with zero.
public final class ReLU: Layer {
  public init() {}
  public func forward(_ x: Tensor) -> Tensor { relu(x) }
}

/// Squeezes every number between 0 and 1.
public final class Sigmoid: Layer {
  public init() {}
  public func forward(_ x: Tensor) -> Tensor { sigmoid(x) }
}

/// Squeezes every number between −1 and 1.
public final class Tanh: Layer {
  public init() {}
  public func forward(_ x: Tensor) -> Tensor { tanh(x) }
}
