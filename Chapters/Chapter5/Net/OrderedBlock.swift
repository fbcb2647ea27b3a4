import Autograd
import Layers

/// A residual block with any of five orderings.
///
/// Where it halves the image, the shortcut takes every second pixel each way and appends channels of zeros
/// (He et al. 2015, shortcut A): all five have equally many convolutions, and none is on the shortcut.
public final class OrderedBlock: Layer {
  /// Where norm and ReLU are.
  public let ordering: Ordering
  /// What is on the shortcut.
  public let bypass: Bypass
  /// The convolutions of the branch, 3 × 3; the first has the block's stride.
  public let conv1, conv2: Conv2D
  /// The norms.
  public let bn1, bn2: BatchNorm2D
  /// The 1 × 1 convolution of `Bypass.convolution`, and its norm.
  public let projection: Sequential?
  private let stride: Int

  /// - Parameters:
  ///   - inChannels: the channels it is given.
  ///   - outChannels: the channels it returns, no fewer than it is given.
  ///   - stride: 1 keeps height and width, 2 halves them, rounded up.
  ///   - ordering: where norm and ReLU are.
  ///   - bypass: what is on the shortcut.
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
  public func forward(_ x: Tensor) -> Tensor { afterSum(shortcut(x) + branch(x)) }

  /// F(x): `[N, O, ⌈H / stride⌉, ⌈W / stride⌉]` from `[N, C, H, W]`.
  public func branch(_ x: Tensor) -> Tensor {
    let y =
      switch ordering {
      case .original: bn2(conv2(relu(bn1(conv1(x)))))
      case .normAfterAddition: conv2(relu(bn1(conv1(x))))
      case .reluBeforeAddition: relu(bn2(conv2(relu(bn1(conv1(x))))))
      case .reluOnlyPreactivation: bn2(conv2(relu(bn1(conv1(relu(x))))))
      case .fullPreactivation: conv2(relu(bn2(conv1(relu(bn1(x))))))
      }
    return bypass == .halfAndHalf ? 0.5 * y : y
  }

  /// What is added to F(x), of the same shape.
  public func shortcut(_ x: Tensor) -> Tensor {
    if let projection { return projection(x) }
    var x = x
    if stride > 1 {
      let kept = maxPool2D(x, kernelSize: 1, stride: stride)  // one pixel of each window
      x = padChannels(kept, to: conv2.weight.value.shape[0])
    }
    return bypass == .identity ? x : 0.5 * x
  }

  /// What follows the sum; in three of the five orderings nothing.
  public func afterSum(_ sum: Tensor) -> Tensor {
    switch ordering {
    case .original: relu(sum)
    case .normAfterAddition: relu(bn2(sum))
    default: sum
    }
  }

  /// What differs from block to block.
  public var settings: String {
    ".\(ordering)" + (bypass == .identity ? "" : ", .\(bypass)")
      + (stride == 1 ? "" : ", stride: \(stride)")
  }
}
