import Autograd
import Layers

/// A fully connected layer that keeps the width, plain or with a shortcut around it.
///
///     plain      x ────── linear ── f ────── y          y = f(linear(x))
///
///     residual   x ──┬── linear ── f ──(+)── y          y = x + f(linear(x))
///                    └──────────────────┘
public final class HiddenLayer: Layer {
  /// The layer's weight and bias.
  public let linear: Linear
  /// What follows it.
  public let activation: Activation
  /// Whether there is a shortcut.
  public let isResidual: Bool

  /// - Parameters:
  ///   - width: how many numbers it is given, and returns.
  ///   - activation: what follows the linear layer.
  ///   - isResidual: whether there is a shortcut.
  ///   - initialization: where the weights start.
  ///   - scale: what the first weights and biases are multiplied by.
  ///   - random: where the first weights come from.
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

  /// F(x), which the shortcut adds `x` to: `[N, width]` from `[N, width]`.
  public func branch(_ x: Tensor) -> Tensor { activation(linear(x)) }

  /// What differs from layer to layer.
  public var settings: String { "\(activation)" + (isResidual ? ", residual" : "") }
}
