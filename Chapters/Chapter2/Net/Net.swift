import Autograd
import Layers

/// The net that reads handwritten digits: twice a convolution, a pooling and a residual block.
public final class Net: Layer {
  /// Convolutions of 5 × 5 without padding, to 16 and to 32 channels.
  public let conv1, conv2: Conv2D
  /// Halves height and width, behind each convolution.
  public let mp: MaxPool2D
  /// Residual blocks of 16 and of 32 channels.
  public let rblock1, rblock2: ResidualBlock
  /// Gives a score for each digit.
  public let fc: Linear

  /// - Parameter random: where the first weights come from.
  public init(using random: inout Random) {
    conv1 = Conv2D(1, 16, kernelSize: 5, using: &random)
    conv2 = Conv2D(16, 32, kernelSize: 5, using: &random)
    mp = MaxPool2D(kernelSize: 2)
    rblock1 = ResidualBlock(16, using: &random)
    rblock2 = ResidualBlock(32, using: &random)
    fc = Linear(512, 10, using: &random)
  }

  /// - Parameter x: `[N, 1, 28, 28]`.
  /// - Returns: one score per digit, `[N, 10]`.
  public func forward(_ x: Tensor) -> Tensor {
    var x = mp(relu(conv1(x)))  // [N, 16, 12, 12]
    x = rblock1(x)
    x = mp(relu(conv2(x)))  // [N, 32, 4, 4]
    x = rblock2(x)
    return fc(x.flattened())  // [N, 512] to [N, 10]
  }
}
