import Autograd
import Chapter3Blocks
import Layers

/// torchvision's variant of ResNet: no convolution has a bias, and the one on a shortcut has a norm of
/// its own.
///
/// He et al. 2015, "Deep residual learning for image recognition", section 3.3. The layers have
/// torchvision's names, so that weights of one fit the other.
public final class TorchvisionResNet: Layer {
  /// The stem's convolution, 7 × 7 with stride 2.
  public let conv1: Conv2D
  /// The stem's norm.
  public let bn1: BatchNorm2D
  /// The stem's pooling, with stride 2.
  public let maxpool: MaxPool2D
  /// The four stages.
  public let layer1, layer2, layer3, layer4: Sequential
  /// The mean over all pixels.
  public let avgpool: GlobalAveragePool2D
  /// Gives a score for each class.
  public let fc: Linear

  /// - Parameters:
  ///   - depth: how many layers have weights.
  ///   - inChannels: the channels of its images, 3 if they are in color.
  ///   - classes: how many scores it returns for each.
  ///   - width: the channels of the first convolution, from which all others follow; 64 in torchvision.
  ///   - random: where the first weights come from.
  public init(
    _ depth: Depth = .layers18, inChannels: Int = 3, classes: Int = 1000, width: Int = 64,
    using random: inout Random
  ) {
    conv1 = Conv2D(
      inChannels, width, kernelSize: 7, stride: 2, padding: 3, bias: false, using: &random)
    bn1 = BatchNorm2D(width)
    maxpool = MaxPool2D(kernelSize: 3, stride: 2, padding: 1)
    var channels = width
    let layers = depth.blocks.enumerated().map { i, blocks in
      let wanted = (width << i) * depth.expansion
      defer { channels = wanted }
      return Sequential(
        (0..<blocks).map { block -> any Layer in
          let from = block == 0 ? channels : wanted
          let stride = block == 0 && i > 0 ? 2 : 1
          return depth.usesBottlenecks
            ? Bottleneck(from, wanted, stride: stride, using: &random)
            : BasicBlock(from, wanted, stride: stride, using: &random)
        })
    }
    (layer1, layer2, layer3, layer4) = (layers[0], layers[1], layers[2], layers[3])
    avgpool = GlobalAveragePool2D()
    fc = Linear(channels, classes, using: &random)
  }

  /// - Parameter x: images, `[N, C, H, W]`.
  /// - Returns: a score for each class, `[N, classes]`.
  public func forward(_ x: Tensor) -> Tensor {
    let stem = maxpool(relu(bn1(conv1(x))))
    let features = layer4(layer3(layer2(layer1(stem))))
    return fc(avgpool(features).flattened())
  }
}
