import Autograd
import Layers

/// Two convolutions, plain or with a shortcut around them, whose branch and shortcut can be called by themselves.
///
/// Where the block halves the image, the shortcut takes every second pixel each way and appends channels
/// of zeros (He et al. 2015, shortcut A).
public final class StackedBlock: Layer {
  /// The convolutions, 3 × 3; the first has the block's stride.
  public let conv1, conv2: Conv2D
  /// The norm behind each; `nil` with `Scaling.skipInit`.
  public let norm1, norm2: BatchNorm2D?
  /// What `Scaling.skipInit` multiplies the branch by; else `nil`.
  public let alpha: Parameter?
  /// Whether there is a shortcut.
  public let isResidual: Bool
  private let stride: Int
  private let scaling: Scaling

  /// - Parameters:
  ///   - inChannels: the channels it is given.
  ///   - outChannels: the channels it returns, no fewer than it is given.
  ///   - stride: 1 keeps height and width, 2 halves them, rounded up.
  ///   - isResidual: whether there is a shortcut.
  ///   - scaling: what keeps the branch small.
  ///   - random: where the first weights come from; all scalings draw the same.
  public init(
    _ inChannels: Int, _ outChannels: Int, stride: Int = 1, isResidual: Bool,
    _ scaling: Scaling = .norm, using random: inout Random
  ) {
    let hasNorms = scaling != .skipInit
    conv1 = Conv2D(
      inChannels, outChannels, kernelSize: 3, stride: stride, padding: 1, bias: !hasNorms,
      initialization: .kaimingNormal, using: &random)
    conv2 = Conv2D(
      outChannels, outChannels, kernelSize: 3, padding: 1, bias: !hasNorms,
      initialization: .kaimingNormal, using: &random)
    norm1 = hasNorms ? BatchNorm2D(outChannels) : nil
    norm2 = hasNorms ? BatchNorm2D(outChannels) : nil
    alpha = hasNorms ? nil : Parameter(Tensor(0))
    if scaling == .zeroGamma { norm2!.weight.value = .zeros([outChannels]) }
    (self.stride, self.isResidual, self.scaling) = (stride, isResidual, scaling)
  }

  /// - Parameter x: `[N, C, H, W]`.
  /// - Returns: `[N, O, ⌈H / stride⌉, ⌈W / stride⌉]`.
  public func forward(_ x: Tensor) -> Tensor {
    relu(isResidual ? shortcut(x) + branch(x) : branch(x))
  }

  /// F(x): `[N, O, ⌈H / stride⌉, ⌈W / stride⌉]` from `[N, C, H, W]`.
  public func branch(_ x: Tensor) -> Tensor {
    if let norm1, let norm2 { return norm2(conv2(relu(norm1(conv1(x))))) }
    return alpha!.on(x.tape) * conv2(relu(conv1(x)))
  }

  /// What is added to F(x), of the same shape: `x`, if the block keeps the shape.
  public func shortcut(_ x: Tensor) -> Tensor {
    if stride == 1 { return x }
    let kept = maxPool2D(x, kernelSize: 1, stride: stride)  // one pixel of each window
    return padChannels(kept, to: conv2.weight.value.shape[0])
  }

  /// What differs from block to block.
  public var settings: String {
    (isResidual ? "residual" : "plain") + (scaling == .norm ? "" : ", .\(scaling)")
      + (stride == 1 ? "" : ", stride: \(stride)")
  }
}
