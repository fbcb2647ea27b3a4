import Autograd
import Layers

/// A net that shrinks a picture and enlarges it again, with shortcuts that are concatenated.
///
/// Ronneberger et al. 2015, "U-Net", figure 1, but with two sizes below the first instead of four. What was
/// computed before each pooling is put behind what comes back at that size, and a convolution reads both.
public final class UNet: Layer {
  /// On the way down: at full size, at a half, at a quarter.
  public let down1, down2, bottom: Conv2D
  /// On the way up: at a half, at full size.
  public let up2, up1: Conv2D
  /// 1 × 1: the results for each pixel.
  public let last: Conv2D
  private let hasShortcuts: Bool

  /// - Parameters:
  ///   - inChannels: the channels of a picture.
  ///   - outChannels: the results for each pixel.
  ///   - width: the channels at full size; there are twice and four times as many at a half and a quarter.
  ///   - hasShortcuts: without them, what would come from the way down is zero, and the weights are as many.
  ///   - random: where the first weights come from.
  public init(
    _ inChannels: Int, _ outChannels: Int, width: Int, hasShortcuts: Bool = true,
    using random: inout Random
  ) {
    func conv(_ from: Int, _ to: Int) -> Conv2D {
      Conv2D(
        from, to, kernelSize: 3, padding: 1, initialization: .kaimingNormal, using: &random)
    }
    down1 = conv(inChannels, width)
    down2 = conv(width, 2 * width)
    bottom = conv(2 * width, 4 * width)
    up2 = conv(2 * width + 4 * width, 2 * width)
    up1 = conv(width + 2 * width, width)
    last = Conv2D(width, outChannels, kernelSize: 1, using: &random)
    self.hasShortcuts = hasShortcuts
  }

  /// - Parameter x: `[N, C, H, W]`, height and width multiples of 4.
  /// - Returns: `[N, O, H, W]`.
  public func forward(_ x: Tensor) -> Tensor {
    let full = relu(down1(x))
    let half = relu(down2(maxPool2D(full, kernelSize: 2)))
    let quarter = relu(bottom(maxPool2D(half, kernelSize: 2)))
    let up = relu(up2(joined(half, twiceAsLarge(quarter))))
    return last(relu(up1(joined(full, twiceAsLarge(up)))))
  }

  private func joined(_ across: Tensor, _ up: Tensor) -> Tensor {
    concatenate([hasShortcuts ? across : .zeros(across.shape), up])
  }
}

/// Each pixel four times: `[N, C, H, W]` becomes `[N, C, 2H, 2W]`.
public func twiceAsLarge(_ x: Tensor) -> Tensor {
  let (n, c, h, w) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3])
  let pixels = x.reshaped([n, c, h, 1, w, 1]) * Tensor.ones([1, 1, 1, 2, 1, 2])
  return pixels.reshaped([n, c, 2 * h, 2 * w])
}
