import Autograd
import Layers

/// A convolutional net of any depth, plain or residual.
///
/// It is built as in section 4.2 of He et al. 2015, "Deep residual learning for image recognition", but
/// smaller. The depth is 4n + 2: a convolution, two stages of n blocks of two, and a last layer.
public final class ConvNet: LayeredNet {
  /// The convolution of the stem, 3 × 3 with stride 2.
  public let conv: Conv2D
  /// The norm of the stem.
  public let norm: BatchNorm2D
  /// Two stages of equally many blocks.
  public let blocks: [ConvBlock]
  /// The mean over all pixels.
  public let pool = GlobalAveragePool2D()
  /// Gives a score for each class.
  public let fc: Linear

  /// - Parameters:
  ///   - depth: 4n + 2 with n at least 1.
  ///   - isResidual: whether blocks have shortcuts; with and without, the same weights are drawn.
  ///   - random: where the first weights come from.
  public init(depth: Int, isResidual: Bool, using random: inout Random) {
    require(
      depth >= 6 && depth % 4 == 2,
      "ConvNet: depth is \(depth); it must be 4n + 2 with n at least 1, such as 6, 10 or 22")
    conv = Conv2D(
      1, 8, kernelSize: 3, stride: 2, padding: 1, bias: false, initialization: .kaimingNormal,
      using: &random)
    norm = BatchNorm2D(8)
    let n = (depth - 2) / 4
    blocks = (0..<2 * n).map { i in
      ConvBlock(
        i <= n ? 8 : 16, i < n ? 8 : 16, stride: i == n ? 2 : 1, isResidual: isResidual,
        using: &random)
    }
    fc = Linear(16, 10, using: &random)
  }

  /// - Parameter x: `[N, 1, 28, 28]`.
  /// - Returns: one score per class, `[N, 10]`.
  public func forward(_ x: Tensor) -> Tensor {
    let x = relu(norm(conv(x)))  // [N, 8, 14, 14]
    let y = blocks.reduce(x) { x, block in block(x) }  // [N, 16, 7, 7]
    return fc(pool(y).flattened())
  }

  /// Those of all convolutions and of the last layer.
  public var weights: [Parameter] {
    [conv.weight] + blocks.flatMap { [$0.conv1.weight, $0.conv2.weight] } + [fc.weight]
  }
}
