import Autograd

/// The maximum of each window.
public final class MaxPool2D: Layer {
  /// In pixels: the side of the window, how far it moves, and the border around each image.
  public let kernelSize, stride, padding: Int

  /// - Parameters:
  ///   - kernelSize: the height and width of the window, in pixels.
  ///   - stride: how far it moves each time; by its own size, unless said otherwise.
  ///   - padding: how many pixels surround each image on every side; they are never the largest.
  public init(kernelSize: Int, stride: Int? = nil, padding: Int = 0) {
    requireAtLeastOne("MaxPool2D", ["kernelSize": kernelSize, "stride": stride ?? kernelSize])
    requireNotNegative("MaxPool2D", "padding", padding)
    (self.kernelSize, self.stride, self.padding) = (kernelSize, stride ?? kernelSize, padding)
  }

  /// - Parameter x: images, `[N, C, H, W]`.
  /// - Returns: `[N, C, H', W']`.
  public func forward(_ x: Tensor) -> Tensor {
    maxPool2D(x, kernelSize: kernelSize, stride: stride, padding: padding)
  }

  /// `[N, C, H', W']`.
  public func outputShape(of input: [Int]) throws(SentenceError) -> [Int] {
    try Shapes.maxPool2D(input, kernelSize: kernelSize, stride: stride, padding: padding)
  }

  /// The three sizes.
  public var settings: String {
    "kernelSize: \(kernelSize), stride: \(stride)" + (padding == 0 ? "" : ", padding: \(padding)")
  }
}
