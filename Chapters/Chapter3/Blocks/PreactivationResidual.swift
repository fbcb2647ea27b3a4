import Autograd
import Layers

/// The pre-activation notebook's residual block: norm and ReLU come before each convolution, not after it.
///
///     x ──┬── bn1 ── relu ── conv1 ── bn2 ── relu ── conv2 ──(+)── y
///         └──────────── relu ── conv3, or nothing ────────────┘
///
/// Nothing follows the sum, so where there is no `conv3`, `x` reaches the next block unchanged.
public final class PreactivationResidual: Layer {
  /// 3 × 3, with the block's stride.
  public let conv1: Conv2D
  /// The norm before `conv1`.
  public let bn1: BatchNorm2D
  /// 3 × 3, stride 1.
  public let conv2: Conv2D
  /// The norm before `conv2`.
  public let bn2: BatchNorm2D
  /// Gives `relu(x)` the shape of what it is added to; `nil` if the block keeps the shape.
  public let conv3: Conv2D?

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
    bn1 = BatchNorm2D(inChannels)
    conv2 = Conv2D(
      outChannels, outChannels, kernelSize: 3, padding: 1, initialization: initialization,
      using: &random)
    bn2 = BatchNorm2D(outChannels)
    let fits = inChannels == outChannels && stride == 1
    conv3 =
      fits
      ? nil
      : Conv2D(
        inChannels, outChannels, kernelSize: 1, stride: stride, initialization: initialization,
        using: &random)
  }

  /// The shape of branch and shortcut, if they have the same.
  public func outputShape(of input: [Int]) throws(SentenceError) -> [Int] {
    let branch = try conv2.outputShape(of: conv1.outputShape(of: input))
    return try Shapes.add(branch, conv3?.outputShape(of: input) ?? input)
  }

  /// - Parameter x: `[N, C, H, W]`.
  /// - Returns: `[N, O, ⌈H / stride⌉, ⌈W / stride⌉]`.
  public func forward(_ x: Tensor) -> Tensor {
    let y = conv2(relu(bn2(conv1(relu(bn1(x))))))
    return y + (conv3.map { $0(relu(x)) } ?? x)
  }
}
