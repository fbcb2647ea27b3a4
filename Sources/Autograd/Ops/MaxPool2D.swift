import Kernels

extension Shapes {
  /// `[N, C, H, W]` becomes `[N, C, H', W']`.
  public static func maxPool2D(_ x: [Int], kernelSize: Int, stride: Int, padding: Int = 0)
    throws(SentenceError) -> [Int]
  {
    try pool("maxPool2D", x, kernelSize: kernelSize, stride: stride, padding: padding)
  }

  /// The rule of every pooling.
  static func pool(
    _ operation: String, _ x: [Int], kernelSize: Int, stride: Int, padding: Int
  ) throws(SentenceError) -> [Int] {
    try expect(x.count == 4, "\(operation): x is \(x), but images are [N, C, H, W]")
    try expect(
      2 * padding <= kernelSize,
      "\(operation): padding is \(padding) and kernelSize \(kernelSize); with more than half a window of padding, some windows would see no pixel"
    )
    return [x[0], x[1]]
      + (try slide(operation, over: x, kernelSize: kernelSize, stride: stride, padding: padding))
  }
}

/// The maximum of each window.
///
/// - Parameters:
///   - x: images, `[N, C, H, W]`.
///   - kernelSize: the height and width of the window, in pixels.
///   - stride: how far the window moves each time; by its own size, unless said otherwise.
///   - padding: how many pixels surround each image on every side; they are never the largest.
/// - Returns: `[N, C, H', W']`, where `H' = (H + 2·padding − kernelSize) / stride + 1`, rounded down.
public func maxPool2D(_ x: Tensor, kernelSize: Int, stride: Int? = nil, padding: Int = 0) -> Tensor
{
  let stride = stride ?? kernelSize
  let shape = fitting(
    try Shapes.maxPool2D(x.shape, kernelSize: kernelSize, stride: stride, padding: padding), of: [x]
  )
  let g = Pool2DGeometry(
    images: x.shape[0], channels: x.shape[1], height: x.shape[2], width: x.shape[3],
    kernel: kernelSize, stride: stride, padding: padding)
  let pooled = kernels.maxPool2D(x.buffer, g)
  return Tensor(pooled.y, shape: shape).recorded(
    as: .maxPool2D, settings: ["kernelSize": kernelSize, "stride": stride, "padding": padding],
    [
      // The whole gradient goes to the input that was the maximum.
      .wrt(x) { dy in pooled.gradient(dy) }
    ])
}

extension Tape.Operation {
  /// The kind of `maxPool2D`.
  public static let maxPool2D = Self("maxPool2D")
}
