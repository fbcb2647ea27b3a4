import Autograd
import Layers

/// Two convolutions with batch normalization; what they are given is added to what they make of it,
/// or not.
///
/// Where the block halves the image, what is added is every second pixel each way, with channels of
/// zeros behind (He et al. 2015, shortcut A): plain and residual blocks learn equally many numbers.
public final class ConvBlock: Layer {
  public let conv1, conv2: Conv2D
  public let norm1, norm2: BatchNorm2D
  public let stride: Int
  public let isResidual: Bool

  /// - Parameters:
  ///   - stride: 2 halves height and width.
  ///   - isResidual: whether the input is added to the output.
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
    let seen = maxPool2D(x, kernelSize: 1, stride: stride)  // one pixel of each window
    return padChannels(seen, to: conv2.weight.value.shape[0])
  }

  public var settings: String {
    (isResidual ? "residual" : "plain") + (stride == 1 ? "" : ", stride: \(stride)")
  }
}
