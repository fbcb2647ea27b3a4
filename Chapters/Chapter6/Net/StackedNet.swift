import Autograd
import Layers

/// A narrow net of any depth, plain or residual, whose blocks can be deleted, reordered and read out.
///
/// It is built as the nets for CIFAR-10 in He et al. 2015, "Deep residual learning", section 4.2, but smaller.
/// The depth is 4n + 2: a convolution, two stages of n blocks of two, and a last layer.
public final class StackedNet: Layer {
  /// The stem's convolution, 3 × 3 with stride 2.
  public let conv: Conv2D
  /// The stem's norm.
  public let norm: BatchNorm2D
  /// Two stages of equally many blocks.
  public let blocks: [StackedBlock]
  /// The mean over all pixels.
  public let pool = GlobalAveragePool2D()
  /// Gives a score for each class.
  public let fc: Linear

  /// - Parameters:
  ///   - depth: 4n + 2 with n at least 1.
  ///   - isResidual: whether blocks have shortcuts; with and without, the same weights are drawn.
  ///   - scaling: what keeps the branches small.
  ///   - random: where the first weights come from.
  public init(
    depth: Int, isResidual: Bool, _ scaling: Scaling = .norm, using random: inout Random
  ) {
    require(
      depth >= 6 && depth % 4 == 2,
      "StackedNet: depth is \(depth); it must be 4n + 2 with n at least 1, such as 6, 22 or 54")
    conv = Conv2D(
      1, 8, kernelSize: 3, stride: 2, padding: 1, bias: false, initialization: .kaimingNormal,
      using: &random)
    norm = BatchNorm2D(8)
    let n = (depth - 2) / 4
    blocks = (0..<2 * n).map { i in
      StackedBlock(
        i <= n ? 8 : 16, i < n ? 8 : 16, stride: i == n ? 2 : 1, isResidual: isResidual, scaling,
        using: &random)
    }
    fc = Linear(16, 10, using: &random)
  }

  /// - Parameter x: `[N, 1, 28, 28]`.
  /// - Returns: one score per class, `[N, 10]`.
  public func forward(_ x: Tensor) -> Tensor { classify(features(stem(x)).last!) }

  /// The input of the first block.
  ///
  /// - Parameter x: `[N, 1, 28, 28]`.
  /// - Returns: `[N, 8, 14, 14]`.
  public func stem(_ x: Tensor) -> Tensor { relu(norm(conv(x))) }

  /// The features along the main path: what the first block is given, and what each block makes of it.
  ///
  /// - Parameters:
  ///   - x: `[N, 8, 14, 14]`.
  ///   - order: the numbers of the blocks in the order in which they are applied, if not the net's.
  ///   - pass: what a block makes of its input, if not what its `forward` does; it is given the block's number.
  /// - Returns: up to the middle `[N, 8, 14, 14]`, from there on `[N, 16, 7, 7]`.
  public func features(
    _ x: Tensor, order: [Int]? = nil,
    _ pass: (StackedBlock, Int, Tensor) -> Tensor = { block, _, x in block(x) }
  ) -> [Tensor] {
    (order ?? Array(blocks.indices)).reduce(into: [x]) { features, i in
      features.append(pass(blocks[i], i, features.last!))
    }
  }

  /// The head of the net.
  ///
  /// - Parameter x: what a block of the second stage returns, `[N, 16, 7, 7]`.
  /// - Returns: one score per class, `[N, 10]`.
  public func classify(_ x: Tensor) -> Tensor { fc(pool(x).flattened()) }
}
