import Autograd
import Layers

/// A residual block with any of five orderings.
///
/// Where it halves the image, the shortcut is every second pixel each way, with channels of zeros behind
/// (He et al. 2015, shortcut A): all five learn equally many convolutions, and nothing but zeros and the
/// addition is on the way around.
public final class OrderedBlock: Layer {
  public let ordering: Ordering
  public let bypass: Bypass
  public let conv1, conv2: Conv2D
  public let bn1, bn2: BatchNorm2D
  /// The 1 × 1 convolution of `Bypass.convolution`, and its norm.
  public let projection: Sequential?
  private let stride: Int

  /// - Parameters:
  ///   - stride: 2 halves height and width.
  ///   - random: where the first weights come from.
  public init(
    _ inChannels: Int, _ outChannels: Int, stride: Int = 1, _ ordering: Ordering,
    _ bypass: Bypass = .identity, using random: inout Random
  ) {
    (self.ordering, self.bypass, self.stride) = (ordering, bypass, stride)
    func conv(_ from: Int, kernelSize: Int, stride: Int) -> Conv2D {
      Conv2D(
        from, outChannels, kernelSize: kernelSize, stride: stride, padding: kernelSize / 2,
        bias: false, initialization: .kaimingNormal, using: &random)
    }
    conv1 = conv(inChannels, kernelSize: 3, stride: stride)
    conv2 = conv(outChannels, kernelSize: 3, stride: 1)
    bn1 = BatchNorm2D(ordering == .fullPreactivation ? inChannels : outChannels)
    bn2 = BatchNorm2D(outChannels)
    projection =
      bypass == .convolution
      ? Sequential(
        conv(inChannels, kernelSize: 1, stride: stride), BatchNorm2D(outChannels)) : nil
  }

  /// - Parameter x: `[N, C, H, W]`.
  /// - Returns: `[N, O, ⌈H / stride⌉, ⌈W / stride⌉]`.
  public func forward(_ x: Tensor) -> Tensor {
    let around = around(x)
    return switch ordering {
    case .original: relu(around + weigh(bn2(conv2(relu(bn1(conv1(x)))))))
    case .normAfterAddition: relu(bn2(around + weigh(conv2(relu(bn1(conv1(x)))))))
    case .reluBeforeAddition: around + weigh(relu(bn2(conv2(relu(bn1(conv1(x)))))))
    case .reluOnlyPreactivation: around + weigh(bn2(conv2(relu(bn1(conv1(relu(x)))))))
    case .fullPreactivation: around + weigh(conv2(relu(bn2(conv1(relu(bn1(x)))))))
    }
  }

  /// The road around the convolutions.
  private func around(_ x: Tensor) -> Tensor {
    if let projection { return projection(x) }
    var x = x
    if stride > 1 {
      let seen = maxPool2D(x, kernelSize: 1, stride: stride)  // one pixel of each window
      x = padChannels(seen, to: conv2.weight.value.shape[0])
    }
    return bypass == .identity ? x : 0.5 * x
  }

  private func weigh(_ y: Tensor) -> Tensor { bypass == .halfAndHalf ? 0.5 * y : y }

  public var settings: String {
    ".\(ordering)" + (bypass == .identity ? "" : ", .\(bypass)")
      + (stride == 1 ? "" : ", stride: \(stride)")
  }
}
