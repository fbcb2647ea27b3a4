import Autograd
import Layers

/// A narrow net of blocks with any ordering and bypass, of any depth.
///
/// It is built as the nets for CIFAR-10 in He et al. 2016, "Identity mappings in deep residual networks",
/// but smaller. The depth is 4n + 2: a convolution, two stages of n blocks of two, and a last layer.
public final class NarrowResNet: Layer {
  /// The stem's convolution, 3 × 3 with stride 2.
  public let conv: Conv2D
  /// The stem's norm; `nil` if each block begins with one.
  public let norm: BatchNorm2D?
  /// Two stages of equally many blocks.
  public let blocks: [OrderedBlock]
  /// A norm behind the last block, if no block has one behind its sum or on the main path.
  public let lastNorm: BatchNorm2D?
  /// The mean over all pixels.
  public let pool = GlobalAveragePool2D()
  /// Gives a score for each class.
  public let fc: Linear
  private let endsWithReLU: Bool

  /// - Parameters:
  ///   - depth: 4n + 2 with n at least 1.
  ///   - ordering: where norm and ReLU are in a block.
  ///   - bypass: what is on the shortcuts.
  ///   - random: where the first weights come from.
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

  /// The features along the main path: the input of the first block, and the output of each.
  ///
  /// - Parameters:
  ///   - x: `[N, 1, 28, 28]`.
  ///   - pass: what a block makes of its input, if not what its `forward` does.
  /// - Returns: up to the middle `[N, 8, 14, 14]`, from there on `[N, 16, 7, 7]`.
  public func features(
    _ x: Tensor, _ pass: (OrderedBlock, Tensor) -> Tensor = { block, x in block(x) }
  ) -> [Tensor] {
    var x = conv(x)
    if let norm { x = norm(x) }
    if !endsWithReLU { x = relu(x) }
    return blocks.reduce(into: [x]) { features, block in
      features.append(pass(block, features.last!))
    }
  }

  /// The head of the net.
  ///
  /// - Parameter x: the output of the last block, `[N, 16, 7, 7]`.
  /// - Returns: one score per class, `[N, 10]`.
  public func classify(_ x: Tensor) -> Tensor {
    var x = lastNorm?(x) ?? x
    if endsWithReLU { x = relu(x) }
    return fc(pool(x).flattened())
  }
}
