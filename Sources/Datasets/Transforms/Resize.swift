import Autograd

/// Pictures made larger or smaller, bilinearly.
///
/// Pixels count as areas whose centres lie half a pixel from the edge, and beyond the edge the
/// picture goes on with its last pixel. Shrinking averages over all pixels, so nothing is skipped.
/// These are the very bytes that Pillow 13 gives, and so torchvision; those of older versions may
/// differ by 1 where a picture loses far more of its height than of its width.
public struct Resize: Sendable {
  /// The size of the pictures that come out, in pixels.
  public let height, width: Int

  /// The most there may be each way: beyond, the weights would not be worth the memory they take.
  public static let mostPixels = 16_384

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
