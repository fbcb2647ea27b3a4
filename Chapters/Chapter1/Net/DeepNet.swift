import Autograd
import Layers

/// Many fully connected layers one after another, with or without a wire around each.
///
/// The first and the last change the width. A sum needs the same shape twice, so these two have no
/// wire.
public final class DeepNet: LayeredNet {
  public let first: Linear
  public let hidden: [HiddenLayer]
  public let last: Linear
  private let activation: Activation

  /// - Parameters:
  ///   - depth: how many layers have weights, the first and the last included.
  ///   - width: how many numbers go from layer to layer.
  ///   - scale: what the first weights of the hidden layers are multiplied by.
  ///   - random: where the first weights come from; a plain and a wired net draw the same ones.
  public init(
    depth: Int = 30, width: Int = 64, _ activation: Activation, isResidual: Bool,
    initialization: Initialization = .standard, scale: Float = 1, using random: inout Random
  ) {
    require(depth >= 2, "DeepNet: depth is \(depth); the first and the last layer alone make 2")
    first = Linear(28 * 28, width, initialization: initialization, using: &random)
    hidden = (0..<depth - 2).map { _ in
      HiddenLayer(
        width, activation, isResidual: isResidual, initialization: initialization, scale: scale,
        using: &random)
    }
    last = Linear(width, 10, initialization: initialization, using: &random)
    self.activation = activation
  }

  /// - Parameter x: `[N, 1, 28, 28]`.
  /// - Returns: one score per class, `[N, 10]`.
  public func forward(_ x: Tensor) -> Tensor {
    last(hidden.reduce(enter(x)) { x, layer in layer(x) })
  }

  /// What the first hidden layer is given: `[N, 1, 28, 28]` becomes `[N, width]`.
  public func enter(_ x: Tensor) -> Tensor { activation(first(x.flattened())) }

  public var weights: [Parameter] { [first.weight] + hidden.map(\.linear.weight) + [last.weight] }
}
