import Autograd
import Layers

/// A narrow net of blocks with any ordering and bypass, as deep as one likes.
///
/// It is built as the nets for CIFAR-10 in He et al. 2016, "Identity mappings in deep residual networks",
/// but smaller. The depth is 4n + 2: a convolution, two stages of n blocks of two, and a last layer.
public final class NarrowResNet: Layer {
  public let conv: Conv2D
  public let norm: BatchNorm2D?
  public let blocks: [OrderedBlock]
  /// What the blocks have not done to the trunk themselves is done once, at its end.
  public let lastNorm: BatchNorm2D?
  public let pool = GlobalAveragePool2D()
  public let fc: Linear
  private let endsWithReLU: Bool

  public init(
    depth: Int, _ ordering: Ordering = .original, _ bypass: Bypass = .identity,
    using random: inout Random
  ) {
    require(
      depth >= 6 && depth % 4 == 2,
      "NarrowResNet: depth is \(depth); it must be 4n + 2 with n at least 1, such as 6, 54 or 110")
    conv = Conv2D(
      1, 8, kernelSize: 3, stride: 2, padding: 1, bias: false, initialization: .kaimingNormal,
      using: &random)
    norm = ordering == .fullPreactivation ? nil : BatchNorm2D(8)
    let n = (depth - 2) / 4
    blocks = (0..<2 * n).map { i in
      OrderedBlock(
        i <= n ? 8 : 16, i < n ? 8 : 16, stride: i == n ? 2 : 1, ordering, bypass, using: &random)
    }
    lastNorm = ordering == .fullPreactivation ? BatchNorm2D(16) : nil
    endsWithReLU = ordering.endsWithIdentity
    fc = Linear(16, 10, using: &random)
  }

  /// - Parameter x: `[N, 1, 28, 28]`.
  /// - Returns: one score per class, `[N, 10]`.
  public func forward(_ x: Tensor) -> Tensor { classify(features(x).last!) }

  /// What goes into the first block, and what comes out of each.
  ///
  /// - Parameter x: `[N, 1, 28, 28]`.
  /// - Returns: up to the middle `[N, 8, 14, 14]`, from there on `[N, 16, 7, 7]`.
  public func features(_ x: Tensor) -> [Tensor] {
    var x = conv(x)
    if let norm { x = norm(x) }
    if !endsWithReLU { x = relu(x) }
    return blocks.reduce(into: [x]) { features, block in features.append(block(features.last!)) }
  }

  /// - Parameter x: the end of the trunk, `[N, 16, 7, 7]`.
  /// - Returns: one score per class, `[N, 10]`.
  public func classify(_ x: Tensor) -> Tensor {
    var x = lastNorm?(x) ?? x
    if endsWithReLU { x = relu(x) }
    return fc(pool(x).flattened())
  }
}
