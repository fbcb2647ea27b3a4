import Autograd
import Layers

/// Two convolutions, and a wire around them.
///
///     x ──┬── conv1 ── relu ── conv2 ──(+)── relu ── y
///         └─────────────────────────────┘
///
/// The convolutions learn only the difference between what the block is given and what it should
/// return. The sum needs both of its inputs in the same shape, so the block keeps the shape it is
/// given: padding 1 keeps height and width, `channels` go in and `channels` come out.
public final class ResidualBlock: Layer {
  public let conv1, conv2: Conv2D

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
