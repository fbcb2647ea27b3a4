import Autograd

/// Bilinear resizing with antialiasing, as torchvision's `Resize` does it.
///
/// Pixel centers lie half a pixel from the edge, and pixels beyond the edge repeat the last one. When
/// shrinking, the filter is widened, so that every pixel contributes. The bytes are those of Pillow 13;
/// those of older versions may differ by 1 where the height shrinks far more than the width.
public struct Resize: Sendable {
  /// The size of the result, in pixels.
  public let height, width: Int

  /// The largest height or width of a result.
  public static let mostPixels = 16_384

  /// A resizing to this size, 1 to `mostPixels` pixels each way.
  public init(height: Int, width: Int) {
    let sizes = 1...Self.mostPixels
    require(
      sizes.contains(height) && sizes.contains(width),
      "Resize: \(height)×\(width) was asked for; wanted are 1 to 16384 pixels each way")
    (self.height, self.width) = (height, width)
  }

  /// One picture `[height, width]` of the given size, resized.
  public func callAsFunction(_ pixels: [UInt8], height: Int, width: Int) -> [UInt8] {
    require(
      height > 0 && width > 0 && pixels.count == height * width,
      "Resize: \(pixels.count) pixels are not a picture of \(height)×\(width)")
    var resizer = Resizer(self, fromHeight: height, width: width)
    pixels.withUnsafeBufferPointer { resizer.resize($0) }
    return resizer.output
  }
}
