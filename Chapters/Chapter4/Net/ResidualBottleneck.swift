import Autograd
import Layers

/// The bottleneck of the ResNet-18 notebook's variant: 1 × 1 to a quarter of the channels, 3 × 3 among
/// them, 1 × 1 back.
///
/// He et al. 2015, figure 5. The notebook names the nets of 50 and more layers but does not define their
/// block; this is the paper's, with the notebook's biases and its shortcut without a norm. The stride is in
/// the first convolution, as in the paper; torchvision has it in the second.
///
///     x ──┬── conv1 ── b1 ── relu ── conv2 ── b2 ── relu ── conv3 ── b3 ──(+)── relu ── y
///         └────────────────────── conv4, or nothing ───────────────────────┘
public final class ResidualBottleneck: Layer {
  /// 1 × 1 with the block's stride, 3 × 3, and 1 × 1.
  public let conv1, conv2, conv3: Conv2D
  /// Gives `x` the shape of what it is added to; `nil` if it has that shape already.
  public let conv4: Conv2D?
  /// The norm behind each.
  public let b1, b2, b3: BatchNorm2D

  /// - Parameters:
  ///   - inChannels: the channels it is given.
  ///   - outChannels: the channels it returns, four times those of its 3 × 3 convolution.
  ///   - stride: 1 keeps the height and width, 2 halves them, rounded up.
  ///   - random: where the first weights come from.
  public init(
    _ inChannels: Int, _ outChannels: Int, stride: Int = 1, using random: inout Random
  ) {
    require(
      outChannels.isMultiple(of: 4),
      "ResidualBottleneck: outChannels is \(outChannels), but must be a multiple of 4")
    let few = outChannels / 4
    conv1 = Conv2D(inChannels, few, kernelSize: 1, stride: stride, using: &random)
    conv2 = Conv2D(few, few, kernelSize: 3, padding: 1, using: &random)
    conv3 = Conv2D(few, outChannels, kernelSize: 1, using: &random)
    let fits = inChannels == outChannels && stride == 1
    conv4 =
      fits ? nil : Conv2D(inChannels, outChannels, kernelSize: 1, stride: stride, using: &random)
    (b1, b2) = (BatchNorm2D(few), BatchNorm2D(few))
    b3 = BatchNorm2D(outChannels)
  }

  /// - Parameter x: `[N, C, H, W]`.
  /// - Returns: `[N, O, ⌈H / stride⌉, ⌈W / stride⌉]`.
  public func forward(_ x: Tensor) -> Tensor {
    let y = b3(conv3(relu(b2(conv2(relu(b1(conv1(x))))))))
    return relu(y + (conv4?(x) ?? x))
  }
}
