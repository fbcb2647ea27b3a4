import Autograd
import Layers

/// A net of convolutions as deep as one likes, plain or residual.
///
/// It is built as in section 4.2 of He et al. 2015, "Deep residual learning for image recognition", but
/// smaller. The depth is 4n + 2: a convolution, two stages of n blocks of two, and a last layer.
public final class ConvNet: LayeredNet {
  public let conv: Conv2D
  public let norm: BatchNorm2D
  public let blocks: [ConvBlock]
  public let pool = GlobalAveragePool2D()
  public let fc: Linear

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

  public var weights: [Parameter] {
    [conv.weight] + blocks.flatMap { [$0.conv1.weight, $0.conv2.weight] } + [fc.weight]
  }
}
