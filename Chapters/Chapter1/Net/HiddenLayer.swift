import Autograd
import Layers

/// A layer that returns the shape it is given, plain or with a wire around it.
///
///     plain   x ────── linear ── f ────── y          y = f(linear(x))
///
///     wired   x ──┬── linear ── f ──(+)── y          y = x + f(linear(x))
///                 └──────────────────┘
public final class HiddenLayer: Layer {
  public let linear: Linear
  public let activation: Activation
  public let isResidual: Bool

  /// - Parameters:
  ///   - width: how many numbers it is given, and returns.
  ///   - scale: what the first weights and biases are multiplied by.
  public init(
    _ width: Int, _ activation: Activation, isResidual: Bool,
    initialization: Initialization = .standard, scale: Float = 1, using random: inout Random
  ) {
    linear = Linear(width, width, initialization: initialization, using: &random)
    if scale != 1 {
      for parameter in linear.parameters { parameter.value = scale * parameter.value }
    }
    (self.activation, self.isResidual) = (activation, isResidual)
  }

  /// - Parameter x: `[N, width]`.
  /// - Returns: `[N, width]`.
  public func forward(_ x: Tensor) -> Tensor { isResidual ? x + branch(x) : branch(x) }

  /// What the layer computes beside the wire, `[N, width]` from `[N, width]`.
  public func branch(_ x: Tensor) -> Tensor { activation(linear(x)) }

  public var settings: String { "\(activation)" + (isResidual ? ", wired" : "") }
}
