import Autograd

/// A convolution with learned weights, and a bias if asked for.
public final class Conv2D: Layer {
  /// One window per output channel, `[O, C / groups, K, K]`.
  public let weight: Parameter
  /// One number per output channel, `[O]`.
  public let bias: Parameter?
  /// In pixels: how far the window moves, and the zeros around each image.
  public let stride, padding: Int
  /// Into how many equal parts the channels are divided, of which each output reads one.
  public let groups: Int

  /// - Parameters:
  ///   - inChannels: C, the channels of its input.
  ///   - outChannels: O, the channels of its output.
  ///   - kernelSize: the height and width of a window, in pixels.
  ///   - stride: how far the window moves each time.
  ///   - padding: how many zeros surround each image on every side.
  ///   - groups: into how many equal parts input and output channels are divided; an output is computed
  ///     from the input's part with its number (Xie et al. 2016, "ResNeXt", section 3).
  ///   - bias: whether a learned number is added to each output channel.
  ///   - initialization: the distribution of the initial weights.
  ///   - random: what they are drawn with.
  public init(
    _ inChannels: Int, _ outChannels: Int, kernelSize: Int, stride: Int = 1, padding: Int = 0,
    groups: Int = 1, bias: Bool = true, initialization: Initialization = .standard,
    using random: inout Random
  ) {
    requireAtLeastOne(
      "Conv2D",
      [
        "inChannels": inChannels, "outChannels": outChannels, "kernelSize": kernelSize,
        "stride": stride, "groups": groups,
      ])
    requireNotNegative("Conv2D", "padding", padding)
    require(
      inChannels.isMultiple(of: groups) && outChannels.isMultiple(of: groups),
      "Conv2D: inChannels is \(inChannels) and outChannels \(outChannels), but both should be multiples of groups, \(groups)"
    )
    let shape = [outChannels, inChannels / groups, kernelSize, kernelSize]
    weight = Parameter(initialization.weight(shape, using: &random))
    self.bias = bias ? Parameter(initialization.bias(for: shape, using: &random)) : nil
    (self.stride, self.padding, self.groups) = (stride, padding, groups)
  }

  /// - Parameter x: images, `[N, C, H, W]`.
  /// - Returns: `[N, O, H', W']`.
  public func forward(_ x: Tensor) -> Tensor {
    conv2D(
      x, weight.on(x.tape), bias?.on(x.tape), stride: stride, padding: padding, groups: groups)
  }

  /// `[N, O, H', W']`, if the channels are the layer's.
  public func outputShape(of input: [Int]) throws(SentenceError) -> [Int] {
    try Shapes.conv2D(
      input, weight.value.shape, bias?.value.shape, stride: stride, padding: padding,
      groups: groups)
  }

  /// Channels and sizes.
  public var settings: String {
    let shape = weight.value.shape
    return "\(shape[1] * groups), \(shape[0]), kernelSize: \(shape[2]), stride: \(stride)"
      + (padding == 0 ? "" : ", padding: \(padding)") + (groups == 1 ? "" : ", groups: \(groups)")
      + (bias == nil ? ", bias: false" : "")
  }
}
