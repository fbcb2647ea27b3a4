import Autograd

/// Replaces what is negative with zero.
public final class ReLU: Layer {
  /// A layer without settings.
  public init() {}
  /// - Parameter x: any shape, which the result has, too.
  public func forward(_ x: Tensor) -> Tensor { relu(x) }

  /// The same.
  public func outputShape(of input: [Int]) throws(SentenceError) -> [Int] {
    input
  }
}

/// A smooth ReLU: each number times the share of normally distributed numbers that are less than it.
public final class GELU: Layer {
  /// A layer without settings.
  public init() {}
  /// - Parameter x: any shape, which the result has, too.
  public func forward(_ x: Tensor) -> Tensor { gelu(x) }

  /// The same.
  public func outputShape(of input: [Int]) throws(SentenceError) -> [Int] {
    input
  }
}

/// Maps every number to between 0 and 1.
public final class Sigmoid: Layer {
  /// A layer without settings.
  public init() {}
  /// - Parameter x: any shape, which the result has, too.
  public func forward(_ x: Tensor) -> Tensor { sigmoid(x) }

  /// The same.
  public func outputShape(of input: [Int]) throws(SentenceError) -> [Int] {
    input
  }
}

/// Maps every number to between −1 and 1.
public final class Tanh: Layer {
  /// A layer without settings.
  public init() {}
  /// - Parameter x: any shape, which the result has, too.
  public func forward(_ x: Tensor) -> Tensor { tanh(x) }

  /// The same.
  public func outputShape(of input: [Int]) throws(SentenceError) -> [Int] {
    input
  }
}
