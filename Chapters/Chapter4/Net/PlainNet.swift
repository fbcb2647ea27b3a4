import Autograd
import Layers

/// The plain net of 34 layers: ResNet-34 without its shortcuts.
///
/// He et al. 2015, "Deep residual learning for image recognition", figure 3, middle.
public final class PlainNet: Layer {
  /// The stem's convolution, 7 × 7 with stride 2.
  public let conv1: Conv2D
  /// The stem's norm.
  public let bn1: BatchNorm2D
  /// The stem's pooling, with stride 2.
  public let maxpool: MaxPool2D
  /// Four stages of 6, 8, 12 and 6 convolutions, each with a norm and a ReLU.
  public let layer1, layer2, layer3, layer4: Sequential
  /// The mean over all pixels.
  public let avgpool: GlobalAveragePool2D
  /// Gives a score for each class.
  public let fc: Linear

  /// - Parameters:
  ///   - inChannels: the channels of its images.
  ///   - classes: how many scores it returns for each.
  ///   - random: where the first weights come from.
  public init(inChannels: Int = 3, classes: Int = 1000, using random: inout Random) {
    conv1 = Conv2D(
      inChannels, 64, kernelSize: 7, stride: 2, padding: 3, bias: false, using: &random)
    bn1 = BatchNorm2D(64)
    maxpool = MaxPool2D(kernelSize: 3, stride: 2, padding: 1)
    var channels = 64
    let stages = Depth.layers34.blocks.enumerated().map { i, blocks in
      let wanted = 64 << i
      let convolutions = (0..<2 * blocks).flatMap { n -> [any Layer] in
        defer { channels = wanted }
        return [
          Conv2D(
            channels, wanted, kernelSize: 3, stride: n == 0 && i > 0 ? 2 : 1, padding: 1,
            bias: false, using: &random),
          BatchNorm2D(wanted), ReLU(),
        ]
      }
      return Sequential(convolutions)
    }
    (layer1, layer2, layer3, layer4) = (stages[0], stages[1], stages[2], stages[3])
    avgpool = GlobalAveragePool2D()
    fc = Linear(channels, classes, using: &random)
  }

  /// - Parameter x: images, `[N, C, H, W]`.
  /// - Returns: a score for each class, `[N, classes]`.
  public func forward(_ x: Tensor) -> Tensor {
    let stem = maxpool(relu(bn1(conv1(x))))
    return fc(avgpool(layer4(layer3(layer2(layer1(stem))))).flattened())
  }
}
