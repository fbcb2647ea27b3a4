import Autograd

/// The nonlinear function after a linear layer; without one, thirty layers would compute no more than one.
public enum Activation: String, CaseIterable, Sendable {
  case sigmoid, tanh, relu

  /// Applies the function to each number.
  ///
  /// - Parameter x: any shape.
  /// - Returns: the shape of `x`.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    switch self {
    case .sigmoid: Autograd.sigmoid(x)
    case .tanh: Autograd.tanh(x)
    case .relu: Autograd.relu(x)
    }
  }
}
