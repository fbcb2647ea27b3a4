import Autograd
import Layers

/// The ResNet-18 notebook's residual block: two convolutions with batch norm, and a shortcut that may
/// have a 1 × 1 convolution.
///
///     x ──┬── conv1 ── b1 ── relu ── conv2 ── b2 ──(+)── relu ── y
///         └────────────── conv3, or nothing ────────┘
///
/// Only `conv1` can change the shape, so there is a `conv3` exactly if `conv1` changes it.
public final class Residual: Layer {
  /// 3 × 3; the first has the block's stride.
  public let conv1, conv2: Conv2D
  /// Gives `x` the shape of what it is added to; `nil` if it has that shape already.
  public let conv3: Conv2D?
  /// The norm behind each.
  public let b1, b2: BatchNorm2D

  /// - Parameters:
  ///   - inChannels: the channels it is given.
  ///   - outChannels: the channels it returns.
  ///   - stride: 1 keeps the height and width, 2 halves them, rounded up.
  ///   - initialization: where the weights start.
  ///   - random: where the first weights come from.
  public init(
    _ inChannels: Int, _ outChannels: Int, stride: Int = 1,
    initialization: Initialization = .standard, using random: inout Random
  ) {
    conv1 = Conv2D(
      inChannels, outChannels, kernelSize: 3, stride: stride, padding: 1,
      initialization: initialization, using: &random)
    conv2 = Conv2D(
      outChannels, outChannels, kernelSize: 3, padding: 1, initialization: initialization,
      using: &random)
    let fits = inChannels == outChannels && stride == 1
    conv3 =
      fits
      ? nil
      : Conv2D(
        inChannels, outChannels, kernelSize: 1, stride: stride, initialization: initialization,
        using: &random)
    (b1, b2) = (BatchNorm2D(outChannels), BatchNorm2D(outChannels))
  }

  /// - Parameter x: `[N, C, H, W]`.
  /// - Returns: `[N, O, ⌈H / stride⌉, ⌈W / stride⌉]`.
  public func forward(_ x: Tensor) -> Tensor { relu(branch(x) + shortcut(x)) }

  /// The shape of branch and shortcut, if they have the same.
  public func outputShape(of input: [Int]) throws(SentenceError) -> [Int] {
    let branch = try conv2.outputShape(of: conv1.outputShape(of: input))
    return try Shapes.add(branch, conv3?.outputShape(of: input) ?? input)
  }

  /// F(x), the convolutions with their norms: `[N, O, ⌈H / stride⌉, ⌈W / stride⌉]` from `[N, C, H, W]`.
  public func branch(_ x: Tensor) -> Tensor { b2(conv2(relu(b1(conv1(x))))) }

  /// What is added to F(x), of the same shape: `conv3(x)`, or `x`.
  public func shortcut(_ x: Tensor) -> Tensor { conv3?(x) ?? x }
}
