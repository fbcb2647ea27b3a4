import Autograd
import Layers

/// A residual block that multiplies each channel of its branch by a factor between 0 and 1.
///
/// Hu et al. 2017, "Squeeze-and-excitation networks", section 3. The branch is that of He et al. 2015.
public final class SqueezeExcitationBlock: Layer {
  /// 3 × 3, with the block's stride.
  public let conv1: Conv2D
  /// The norm behind `conv1`.
  public let bn1: BatchNorm2D
  /// 3 × 3, stride 1.
  public let conv2: Conv2D
  /// The norm behind `conv2`.
  public let bn2: BatchNorm2D
  /// From a mean of each channel to few numbers, and from these to a factor for each channel.
  public let fc1, fc2: Linear
  /// A 1 × 1 convolution and its norm, where the shape changes.
  public let downsample: Sequential?

  /// - Parameters:
  ///   - inChannels: the channels it is given.
  ///   - outChannels: the channels it returns.
  ///   - stride: 1 keeps the height and width, 2 halves them, rounded up.
  ///   - reduction: how many times fewer numbers there are between the two linear layers than channels.
  ///   - random: where the first weights come from.
  public init(
    _ inChannels: Int, _ outChannels: Int, stride: Int = 1, reduction: Int = 4,
    using random: inout Random
  ) {
    conv1 = Conv2D(
      inChannels, outChannels, kernelSize: 3, stride: stride, padding: 1, bias: false,
      using: &random)
    bn1 = BatchNorm2D(outChannels)
    conv2 = Conv2D(
      outChannels, outChannels, kernelSize: 3, padding: 1, bias: false, using: &random)
    bn2 = BatchNorm2D(outChannels)
    fc1 = Linear(outChannels, outChannels / reduction, using: &random)
    fc2 = Linear(outChannels / reduction, outChannels, using: &random)
    downsample = projection(inChannels, outChannels, stride: stride, using: &random)
  }

  /// - Parameter x: `[N, C, H, W]`.
  /// - Returns: `[N, O, ⌈H / stride⌉, ⌈W / stride⌉]`.
  public func forward(_ x: Tensor) -> Tensor {
    let y = bn2(conv2(relu(bn1(conv1(x)))))
    return relu(y * factors(y) + (downsample?(x) ?? x))
  }

  /// The factor of each channel of each picture, from the means of all its channels.
  ///
  /// - Parameter y: `[N, C, H, W]`.
  /// - Returns: `[N, C, 1, 1]`.
  public func factors(_ y: Tensor) -> Tensor {
    let means = globalAveragePool2D(y).flattened()
    return sigmoid(fc2(relu(fc1(means)))).reshaped([y.shape[0], y.shape[1], 1, 1])
  }
}
