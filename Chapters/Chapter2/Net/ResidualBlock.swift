import Autograd
import Layers

/// Two convolutions, and a shortcut around them.
///
///     x ──┬── conv1 ── relu ── conv2 ──(+)── relu ── y
///         └─────────────────────────────┘
///
/// The convolutions learn the residual: the difference between the input and what the block should
/// return. A sum needs the same shape twice, so the block keeps the shape it is given: padding 1 keeps
/// height and width, and there are as many channels out as in.
public final class ResidualBlock: Layer {
  /// The convolutions of the branch, 3 × 3 with padding 1.
  public let conv1, conv2: Conv2D

  /// - Parameters:
  ///   - channels: the channels it is given, and returns.
  ///   - random: where the first weights come from.
  public init(_ channels: Int, using random: inout Random) {
    conv1 = Conv2D(channels, channels, kernelSize: 3, padding: 1, using: &random)
    conv2 = Conv2D(channels, channels, kernelSize: 3, padding: 1, using: &random)
  }

  /// - Parameter x: `[N, C, H, W]`.
  /// - Returns: `[N, C, H, W]`.
  public func forward(_ x: Tensor) -> Tensor {
    let y = relu(conv1(x))
    return relu(x + conv2(y))
  }
}
