import Autograd
import Layers

/// Many fully connected layers in a row, with or without a shortcut around each.
///
/// The first and the last change the width. A sum needs the same shape twice, so these two have no
/// shortcut.
public final class DeepNet: LayeredNet {
  /// From 784 pixels to the width.
  public let first: Linear
  /// All that keep the width.
  public let hidden: [HiddenLayer]
  /// From the width to a score for each of ten classes.
  public let last: Linear
  private let activation: Activation

  /// - Parameters:
  ///   - depth: how many layers have weights, the first and the last included.
  ///   - width: how many numbers go from layer to layer.
  ///   - scale: what the first weights of the hidden layers are multiplied by.
  ///   - activation: what follows each linear layer but the last.
  ///   - isResidual: whether hidden layers have shortcuts; with and without, the same weights are drawn.
  ///   - initialization: where the weights start.
  ///   - random: where the first weights come from.
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

  /// The input of the first hidden layer: `[N, 1, 28, 28]` becomes `[N, width]`.
  public func enter(_ x: Tensor) -> Tensor { activation(first(x.flattened())) }

  /// Those of all linear layers.
  public var weights: [Parameter] {
    [first.weight] + hidden.map { $0.linear.weight } + [last.weight]
  }
}
