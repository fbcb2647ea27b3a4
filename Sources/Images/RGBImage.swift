import Sentences

/// An RGB picture of bytes, decoded from a PNG or a JPEG file.
public struct RGBImage: Equatable, Sendable {
  /// Red, green and blue of each pixel, `[height, width, 3]`, from 0 to 255.
  public let pixels: [UInt8]

  /// The size in pixels.
  public let height, width: Int

  /// How the picture must be turned to stand upright, if a camera has noted so; `upright` turns it.
  public let orientation: Orientation

  /// The maximum number of pixels, checked before memory is allocated.
  ///
  /// A file of some kilobytes can decode to gigabytes, if all its pixels are the same.
  public static let mostPixels = 1 << 26

  /// A picture of its bytes, `[height, width, 3]`, at least one pixel.
  init(pixels: [UInt8], height: Int, width: Int, orientation: Orientation = .upright) {
    (self.pixels, self.height, self.width) = (pixels, height, width)
    self.orientation = orientation
  }
}

extension RGBImage {
  /// Checks that a picture is not too large to be decoded, nor for its file.
  ///
  /// DEFLATE, by which PNG compresses, expands a byte to at most 1032, of at most eight pixels each. JPEG
  /// takes at least a bit for 64 pixels.
  static func requirePossible(height: Int, width: Int, in byteCount: Int, _ name: String) throws {
    let (count, overflows) = height.multipliedReportingOverflow(by: width)
    guard !overflows && count <= mostPixels else {
      throw SentenceError(
        "\(name) is \(width)×\(height) pixels large; a picture may have \(mostPixels) at most")
    }
    guard count <= 8 * 1032 * byteCount else {
      throw SentenceError(
        "\(name) says that it is \(width)×\(height) pixels large, which \(byteCount) bytes cannot hold"
      )
    }
  }
}
