import Autograd
import Layers

/// A residual block whose two roads share the first norm and relu where the shape changes.
///
/// He et al. 2016, "Identity mappings in deep residual networks", section 4.1.
///
///     x ─── bn1 ── relu ──┬── conv1 ── bn2 ── relu ── conv2 ──(+)── y
///                         └────────────── conv3 ───────────────┘
///
/// Where it does not, `x` itself goes around everything. Convolutions have no biases: each is followed
/// by a norm that would take them away again, here or in the next block.
public final class SharedPreactivation: Layer {
  public let bn1: BatchNorm2D
  public let conv1: Conv2D
  public let bn2: BatchNorm2D
  public let conv2: Conv2D
  /// Gives what the first norm and relu make of `x` the shape of what it is added to.
  public let conv3: Conv2D?

  /// - Parameters: those of `Residual`.
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
