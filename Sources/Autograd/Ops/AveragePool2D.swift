import Kernels

extension Shapes {
  /// `[N, C, H, W]` becomes `[N, C, H', W']`.
  public static func averagePool2D(_ x: [Int], kernelSize: Int, stride: Int, padding: Int = 0)
    throws(SentenceError) -> [Int]
  {
    try pool("averagePool2D", x, kernelSize: kernelSize, stride: stride, padding: padding)
  }
}

/// The mean of the numbers in each window.
///
/// - Parameters:
///   - x: images, `[N, C, H, W]`.
///   - kernelSize: the height and width of the window, in pixels.
///   - stride: how far it moves each time; by its own size, unless said otherwise.
///   - padding: how many zeros surround each image on every side; they count, as in PyTorch unless
///     `count_include_pad` is off: every window divides by `kernelSize²`.
/// - Returns: `[N, C, H', W']`, where `H' = (H + 2·padding − kernelSize) / stride + 1`, rounded down.
public func averagePool2D(_ x: Tensor, kernelSize: Int, stride: Int? = nil, padding: Int = 0)
  -> Tensor
{
  let stride = stride ?? kernelSize
  let shape = fitting(
    try Shapes.averagePool2D(x.shape, kernelSize: kernelSize, stride: stride, padding: padding),
    of: [x])
  let g = Pool2DGeometry(
    images: x.shape[0], channels: x.shape[1], height: x.shape[2], width: x.shape[3],
    kernel: kernelSize, stride: stride, padding: padding)
  return Tensor(kernels.averagePool2D(x.buffer, g), shape: shape).recorded(
    as: .averagePool2D,
    settings: ["kernelSize": kernelSize, "stride": stride, "padding": padding],
    [
      // All inputs in a window share its gradient equally.
      .wrt(x) { dy in kernels.averagePool2DGradient(dy, g) }
    ])
}

extension Tape.Operation {
  /// The kind of `averagePool2D`.
  public static let averagePool2D = Self("averagePool2D")
}
