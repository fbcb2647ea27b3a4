import Autograd

/// A convolution whose window is learned.
public final class Conv2D: Layer {
  /// One window per output channel, `[O, C, K, K]`.
  public let weight: Parameter
  /// One number per output channel, `[O]`.
  public let bias: Parameter?
  public let stride: Int
  public let padding: Int

  /// - Parameters:
  ///   - inChannels: the channels of the images it will see.
  ///   - outChannels: how many windows to learn.
  ///   - kernel: the height and width of a window.
  ///   - random: where the first weights come from.
  public init(
    _ inChannels: Int, _ outChannels: Int, kernel: Int, stride: Int = 1, padding: Int = 0,
    bias: Bool = true, using random: inout Random
  ) {
    let fanIn = inChannels * kernel * kernel
    let bound = 1 / Float(fanIn).squareRoot()
    self.weight = Parameter(
      .uniform([outChannels, inChannels, kernel, kernel], in: -bound...bound, using: &random))
    self.bias = bias ? Parameter(.uniform([outChannels], in: -bound...bound, using: &random)) : nil
    self.stride = stride
    self.padding = padding
  }

  /// - Parameter x: images, `[N, C, H, W]`.
  /// - Returns: `[N, O, H', W']`.
  public func forward(_ x: Tensor) -> Tensor {
    conv2D(x, weight.on(x.tape), bias?.on(x.tape), stride: stride, padding: padding)
  }
}
