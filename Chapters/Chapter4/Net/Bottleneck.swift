import Autograd
import Layers

/// torchvision's `Bottleneck`: 1 × 1 to a quarter of the channels, 3 × 3 among them, 1 × 1 back.
///
/// He et al. 2015, figure 5, but with the stride in the 3 × 3 convolution: a 1 × 1 convolution with
/// stride 2 ignores three pixels of four.
///
///     x ──┬── conv1 ── bn1 ── relu ── conv2 ── bn2 ── relu ── conv3 ── bn3 ──(+)── relu ── y
///         └──────────────────── downsample, or nothing ─────────────────────┘
public final class Bottleneck: Layer {
  /// 1 × 1, to a quarter of the channels.
  public let conv1: Conv2D
  /// The norm behind `conv1`.
  public let bn1: BatchNorm2D
  /// 3 × 3, with the block's stride.
  public let conv2: Conv2D
  /// The norm behind `conv2`.
  public let bn2: BatchNorm2D
  /// 1 × 1, to all channels.
  public let conv3: Conv2D
  /// The norm behind `conv3`.
  public let bn3: BatchNorm2D
  /// A 1 × 1 convolution and its norm, where the shape changes.
  public let downsample: Sequential?

  /// - Parameters:
  ///   - inChannels: the channels it is given.
  ///   - outChannels: the channels it returns, four times those of its 3 × 3 convolution.
  ///   - stride: 1 keeps the height and width, 2 halves them, rounded up.
  ///   - random: where the first weights come from.
  public init(
    _ inChannels: Int, _ outChannels: Int, stride: Int = 1, using random: inout Random
  ) {
    func conv(_ from: Int, _ to: Int, kernelSize: Int, stride: Int = 1) -> Conv2D {
      Conv2D(
        from, to, kernelSize: kernelSize, stride: stride, padding: kernelSize / 2, bias: false,
        using: &random)
    }
    require(
      outChannels.isMultiple(of: 4),
      "Bottleneck: outChannels is \(outChannels), but must be a multiple of 4")
    let few = outChannels / 4
    conv1 = conv(inChannels, few, kernelSize: 1)
    bn1 = BatchNorm2D(few)
    conv2 = conv(few, few, kernelSize: 3, stride: stride)
    bn2 = BatchNorm2D(few)
    conv3 = conv(few, outChannels, kernelSize: 1)
    bn3 = BatchNorm2D(outChannels)
    let fits = inChannels == outChannels && stride == 1
    downsample =
      fits
      ? nil
      : Sequential(
        conv(inChannels, outChannels, kernelSize: 1, stride: stride), BatchNorm2D(outChannels))
  }

  /// - Parameter x: `[N, C, H, W]`.
  /// - Returns: `[N, O, ⌈H / stride⌉, ⌈W / stride⌉]`.
  public func forward(_ x: Tensor) -> Tensor {
    let y = bn3(conv3(relu(bn2(conv2(relu(bn1(conv1(x))))))))
    return relu(y + (downsample?(x) ?? x))
  }
}
