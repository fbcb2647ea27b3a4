import Autograd
import Chapter3Blocks
import Layers

/// The ResNet-18 notebook's variant of ResNet: convolutions have biases, and the one on a shortcut has
/// no norm behind it.
///
/// He et al. 2015, "Deep residual learning for image recognition", section 3.3. The layers have their
/// names in the notebook, so that its PyTorch code can load the weights.
public final class ResNet: Layer {
  /// Stem, four stages, and head: ten layers in the notebook's order.
  public let children: [(name: String, layer: any Layer)]

  /// - Parameters:
  ///   - depth: how many layers have weights.
  ///   - inChannels: the channels of its images, 1 if they are gray.
  ///   - classes: how many scores it returns for each.
  ///   - width: the channels of the first convolution, from which all others follow; 64 in the notebook.
  ///   - random: where the first weights come from.
  public init(
    _ depth: Depth = .layers18, inChannels: Int = 1, classes: Int = 10, width: Int = 64,
    using random: inout Random
  ) {
    let stem: [(name: String, layer: any Layer)] = [
      ("0", Conv2D(inChannels, width, kernelSize: 7, stride: 2, padding: 3, using: &random)),
      ("1", BatchNorm2D(width)),
      ("2", ReLU()),
      ("3", MaxPool2D(kernelSize: 3, stride: 2, padding: 1)),
    ]
    var channels = width
    var stages: [(name: String, layer: any Layer)] = []
    for (i, blocks) in depth.blocks.enumerated() {
      let wanted = (width << i) * depth.expansion
      let layer =
        depth.usesBottlenecks
        ? bottleneckStage(
          from: channels, to: wanted, blocks: blocks, stride: i == 0 ? 1 : 2, using: &random)
        : stage(from: channels, to: wanted, blocks: blocks, using: &random)
      stages.append(("resnet_block\(i + 1)", layer))
      channels = wanted
    }
    children =
      stem + stages + [
        ("global_avg_pool", GlobalAveragePool2D()),
        ("fc", Sequential(Flatten(), Linear(channels, classes, using: &random))),
      ]
  }

  /// - Parameter x: images, `[N, C, H, W]`.
  /// - Returns: a score for each class, `[N, classes]`.
  public func forward(_ x: Tensor) -> Tensor { children.reduce(x) { x, child in child.layer(x) } }
}
