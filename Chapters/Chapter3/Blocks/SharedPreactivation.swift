import Autograd
import Layers

/// A pre-activation block whose branch and shortcut share the first norm and ReLU where the shape changes.
///
/// He et al. 2016, "Identity mappings in deep residual networks", section 4.1.
///
///     x ─── bn1 ── relu ──┬── conv1 ── bn2 ── relu ── conv2 ──(+)── y
///                         └────────────── conv3 ───────────────┘
///
/// Where it does not, the shortcut is the identity. Convolutions have no biases: each is followed by a
/// norm that would cancel them, here or in the next block.
public final class SharedPreactivation: Layer {
  /// The norm before `conv1`.
  public let bn1: BatchNorm2D
  /// 3 × 3, with the block's stride.
  public let conv1: Conv2D
  /// The norm before `conv2`.
  public let bn2: BatchNorm2D
  /// 3 × 3, stride 1.
  public let conv2: Conv2D
  /// Gives `relu(bn1(x))` the shape of what it is added to; `nil` if the block keeps the shape.
  public let conv3: Conv2D?

  /// - Parameters:
  ///   - inChannels: the channels it is given.
  ///   - outChannels: the channels it returns.
  ///   - stride: 1 keeps the height and width, 2 halves them, rounded up.
  ///   - random: where the first weights come from.
  public init(
    _ inChannels: Int, _ outChannels: Int, stride: Int = 1, using random: inout Random
  ) {
    bn1 = BatchNorm2D(inChannels)
    conv1 = Conv2D(
      inChannels, outChannels, kernelSize: 3, stride: stride, padding: 1, bias: false,
      using: &random)
    bn2 = BatchNorm2D(outChannels)
    conv2 = Conv2D(
      outChannels, outChannels, kernelSize: 3, padding: 1, bias: false, using: &random)
    let fits = inChannels == outChannels && stride == 1
    conv3 =
      fits
      ? nil
      : Conv2D(
        inChannels, outChannels, kernelSize: 1, stride: stride, bias: false, using: &random)
  }

  /// - Parameter x: `[N, C, H, W]`.
  /// - Returns: `[N, O, ⌈H / stride⌉, ⌈W / stride⌉]`.
  public func forward(_ x: Tensor) -> Tensor {
    let first = relu(bn1(x))
    return conv2(relu(bn2(conv1(first)))) + (conv3?(first) ?? x)
  }
}
