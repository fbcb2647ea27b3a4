import Autograd
import Layers

/// The first residual block, with a choice of three shortcuts.
///
/// He et al. 2015, "Deep residual learning for image recognition", section 3.3; with `.whereNeeded` it
/// is torchvision's `BasicBlock`.
///
///     x ──┬── conv1 ── bn1 ── relu ── conv2 ── bn2 ──(+)── relu ── y
///         └────────────── the shortcut ───────────────┘
///
/// Convolutions have no biases, since the norm behind each would cancel them, and a convolution on the
/// shortcut has a norm of its own.
public final class BasicBlock: Layer {
  /// What is on the shortcut.
  public enum Shortcut: CaseIterable, Sendable {
    /// A: always the identity, padded with channels of zeros; no parameters.
    case zeroPadding
    /// B: the identity where the shape stays, a 1 × 1 convolution where it changes.
    case whereNeeded
    /// C: a 1 × 1 convolution in every block.
    case everywhere
  }

  /// 3 × 3, with the block's stride.
  public let conv1: Conv2D
  /// The norm behind `conv1`.
  public let bn1: BatchNorm2D
  /// 3 × 3, stride 1.
  public let conv2: Conv2D
  /// The norm behind `conv2`.
  public let bn2: BatchNorm2D
  /// A 1 × 1 convolution and its norm, if the shortcut has one.
  public let downsample: Sequential?
  private let outChannels, stride: Int

  /// - Parameters:
  ///   - inChannels: the channels it is given.
  ///   - outChannels: the channels it returns; with `.zeroPadding` no fewer than it is given.
  ///   - stride: 1 keeps the height and width, 2 halves them, rounded up.
  ///   - shortcut: what is on the shortcut.
  ///   - random: where the first weights come from.
  public init(
    _ inChannels: Int, _ outChannels: Int, stride: Int = 1, shortcut: Shortcut = .whereNeeded,
    using random: inout Random
  ) {
    (self.outChannels, self.stride) = (outChannels, stride)
    conv1 = Conv2D(
      inChannels, outChannels, kernelSize: 3, stride: stride, padding: 1, bias: false,
      using: &random)
    bn1 = BatchNorm2D(outChannels)
    conv2 = Conv2D(
      outChannels, outChannels, kernelSize: 3, padding: 1, bias: false, using: &random)
    bn2 = BatchNorm2D(outChannels)
    let fits = inChannels == outChannels && stride == 1
    let projects = shortcut == .everywhere || (shortcut == .whereNeeded && !fits)
    downsample =
      projects
      ? Sequential(
        Conv2D(inChannels, outChannels, kernelSize: 1, stride: stride, bias: false, using: &random),
        BatchNorm2D(outChannels))
      : nil
  }

  /// - Parameter x: `[N, C, H, W]`.
  /// - Returns: `[N, O, ⌈H / stride⌉, ⌈W / stride⌉]`.
  public func forward(_ x: Tensor) -> Tensor {
    relu(bn2(conv2(relu(bn1(conv1(x))))) + shortcut(x))
  }

  private func shortcut(_ x: Tensor) -> Tensor {
    if let downsample { return downsample(x) }
    // A window of one pixel keeps one of every `stride`.
    let kept = stride == 1 ? x : maxPool2D(x, kernelSize: 1, stride: stride)
    return outChannels == x.shape[1] ? kept : padChannels(kept, to: outChannels)
  }
}
