import Autograd
import Layers

/// A residual block whose branch is many narrow ones side by side.
///
/// Xie et al. 2016, "Aggregated residual transformations", section 3. Two 1 × 1 convolutions lead into the
/// branches and out of them; between them a 3 × 3 convolution is divided into groups, one for each branch, and
/// reads in each only the channels of its own.
///
///     x ──┬── conv1 ── bn1 ── relu ── conv2 ── bn2 ── relu ── conv3 ── bn3 ──(+)── relu ── y
///         └──────────────────────────── the shortcut ────────────────────────┘
public final class ResNeXtBlock: Layer {
  /// 1 × 1, to all branches.
  public let conv1: Conv2D
  /// The norm behind `conv1`.
  public let bn1: BatchNorm2D
  /// 3 × 3, in as many groups as there are branches, with the block's stride.
  public let conv2: Conv2D
  /// The norm behind `conv2`.
  public let bn2: BatchNorm2D
  /// 1 × 1: what the branches return is added up.
  public let conv3: Conv2D
  /// The norm behind `conv3`.
  public let bn3: BatchNorm2D
  /// A 1 × 1 convolution and its norm, where the shape changes.
  public let downsample: Sequential?

  /// - Parameters:
  ///   - inChannels: the channels it is given.
  ///   - outChannels: the channels it returns.
  ///   - stride: 1 keeps the height and width, 2 halves them, rounded up.
  ///   - cardinality: how many branches there are.
  ///   - width: the channels of each branch.
  ///   - random: where the first weights come from.
  public init(
    _ inChannels: Int, _ outChannels: Int, stride: Int = 1, cardinality: Int, width: Int,
    using random: inout Random
  ) {
    let inside = cardinality * width
    conv1 = Conv2D(inChannels, inside, kernelSize: 1, bias: false, using: &random)
    bn1 = BatchNorm2D(inside)
    conv2 = Conv2D(
      inside, inside, kernelSize: 3, stride: stride, padding: 1, groups: cardinality, bias: false,
      using: &random)
    bn2 = BatchNorm2D(inside)
    conv3 = Conv2D(inside, outChannels, kernelSize: 1, bias: false, using: &random)
    bn3 = BatchNorm2D(outChannels)
    downsample = projection(inChannels, outChannels, stride: stride, using: &random)
  }

  /// - Parameter x: `[N, C, H, W]`.
  /// - Returns: `[N, O, ⌈H / stride⌉, ⌈W / stride⌉]`.
  public func forward(_ x: Tensor) -> Tensor {
    let y = relu(bn2(conv2(relu(bn1(conv1(x))))))
    return relu(bn3(conv3(y)) + (downsample?(x) ?? x))
  }
}

/// What a shortcut needs where the shape changes: a 1 × 1 convolution and its norm; `nil` where it stays.
func projection(_ inChannels: Int, _ outChannels: Int, stride: Int, using random: inout Random)
  -> Sequential?
{
  if inChannels == outChannels && stride == 1 { return nil }
  return Sequential(
    Conv2D(inChannels, outChannels, kernelSize: 1, stride: stride, bias: false, using: &random),
    BatchNorm2D(outChannels))
}
