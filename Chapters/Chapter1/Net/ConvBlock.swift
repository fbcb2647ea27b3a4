import Autograd
import Layers

/// Two convolutions with batch normalization, plain or with a shortcut around them.
///
/// Where the block halves the image, the shortcut takes every second pixel each way and appends channels
/// of zeros (He et al. 2015, shortcut A): plain and residual blocks have equally many parameters.
public final class ConvBlock: Layer {
  /// The convolutions, 3 × 3.
  public let conv1, conv2: Conv2D
  /// The norm behind each.
  public let norm1, norm2: BatchNorm2D
  /// 1 keeps height and width, 2 halves them, rounded up.
  public let stride: Int
  /// Whether there is a shortcut.
  public let isResidual: Bool

  /// - Parameters:
  ///   - inChannels: the channels it is given.
  ///   - outChannels: the channels it returns, no fewer than it is given.
  ///   - stride: 1 keeps height and width, 2 halves them, rounded up.
  ///   - isResidual: whether there is a shortcut.
  ///   - random: where the first weights come from.
  public init(
    _ inChannels: Int, _ outChannels: Int, stride: Int = 1, isResidual: Bool,
    using random: inout Random
  ) {
    conv1 = Conv2D(
      inChannels, outChannels, kernelSize: 3, stride: stride, padding: 1, bias: false,
      initialization: .kaimingNormal, using: &random)
    norm1 = BatchNorm2D(outChannels)
    conv2 = Conv2D(
      outChannels, outChannels, kernelSize: 3, padding: 1, bias: false,
      initialization: .kaimingNormal, using: &random)
    norm2 = BatchNorm2D(outChannels)
    (self.stride, self.isResidual) = (stride, isResidual)
  }

  /// - Parameter x: `[N, C, H, W]`.
  /// - Returns: `[N, O, ⌈H/stride⌉, ⌈W/stride⌉]`.
  public func forward(_ x: Tensor) -> Tensor {
    let y = norm2(conv2(relu(norm1(conv1(x)))))
    return relu(isResidual ? shortcut(x) + y : y)
  }

  private func shortcut(_ x: Tensor) -> Tensor {
    if stride == 1 { return x }
    let kept = maxPool2D(x, kernelSize: 1, stride: stride)  // one pixel of each window
    return padChannels(kept, to: conv2.weight.value.shape[0])
  }

  /// What differs from block to block.
  public var settings: String {
    (isResidual ? "residual" : "plain") + (stride == 1 ? "" : ", stride: \(stride)")
  }
}
