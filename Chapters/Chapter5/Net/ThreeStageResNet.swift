import Autograd
import Chapter3Blocks
import Layers

/// The net of the pre-activation notebook, with either order in its blocks: a stem, three stages of two
/// blocks, and a linear layer.
///
/// The layers have their names in the notebook.
public final class ThreeStageResNet: Layer {
  /// Stem, three stages, and head: nine layers in the notebook's order, and two more with a last norm.
  public let children: [(name: String, layer: any Layer)]

  /// - Parameters:
  ///   - order: which comes first in a block.
  ///   - endsWithNorm: whether a norm and a ReLU follow the last block, as in He et al. 2016 and not in
  ///     the notebook.
  ///   - initialization: where the weights start; MXNet's `Xavier()` is `.xavierUniform`.
  ///   - random: where the first weights come from.
  public init(
    _ order: Order, endsWithNorm: Bool = false, initialization: Initialization = .xavierUniform,
    using random: inout Random
  ) {
    let stem = Conv2D(
      1, 32, kernelSize: 7, stride: 2, padding: 3, initialization: initialization, using: &random)
    let stages: [(name: String, layer: any Layer)] = [
      ("sequential1", stage(order, from: 32, to: 32, initialization, using: &random)),
      ("sequential2", stage(order, from: 32, to: 64, initialization, using: &random)),
      ("sequential3", stage(order, from: 64, to: 128, initialization, using: &random)),
    ]
    let dense = Linear(128, 10, initialization: initialization, using: &random)
    children =
      [
        ("conv6", stem), ("batchnorm4", BatchNorm2D(32)), ("relu0", ReLU()),
        ("pool0", MaxPool2D(kernelSize: 3, stride: 2, padding: 1)),
      ] + stages + (endsWithNorm ? [("norm", BatchNorm2D(128)), ("relu", ReLU())] : []) + [
        ("pool1", GlobalAveragePool2D()), ("dense0", Sequential(Flatten(), dense)),
      ]
  }

  /// - Parameter x: gray images, `[N, 1, H, W]`.
  /// - Returns: a score for each class, `[N, 10]`.
  public func forward(_ x: Tensor) -> Tensor { children.reduce(x) { x, child in child.layer(x) } }
}

/// Two blocks; if the channels change, the first changes them and halves the height and width.
private func stage(
  _ order: Order, from inChannels: Int, to outChannels: Int, _ initialization: Initialization,
  using random: inout Random
) -> Sequential {
  func block(_ inChannels: Int, stride: Int) -> any Layer {
    switch order {
    case .convFirst:
      Residual(
        inChannels, outChannels, stride: stride, initialization: initialization, using: &random)
    case .normFirst:
      PreactivationResidual(
        inChannels, outChannels, stride: stride, initialization: initialization, using: &random)
    }
  }
  return Sequential(
    block(inChannels, stride: inChannels == outChannels ? 1 : 2), block(outChannels, stride: 1))
}
