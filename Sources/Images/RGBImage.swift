import Sentences

/// A coloured picture of bytes, as a PNG or a JPEG file holds it.
public struct RGBImage: Equatable, Sendable {
  /// Red, green and blue of each pixel, `[height, width, 3]`, from 0 to 255.
  public let pixels: [UInt8]

  public let height, width: Int

  /// Pictures of more pixels are refused before any room is made for them.
  ///
  /// A file of some kilobytes can ask for gigabytes: its pixels may be all the same.
  public static let mostPixels = 1 << 26

  /// A picture of its bytes, `[height, width, 3]`, at least one pixel.
  init(pixels: [UInt8], height: Int, width: Int) {
    (self.pixels, self.height, self.width) = (pixels, height, width)
  }
}

extension RGBImage {
  /// Sees that a picture is not too large to be decoded, nor larger than its file can be.
  ///
  /// The method by which PNG compresses makes at most 1032 bytes of one; a byte is eight pixels if they
  /// are only black or white. JPEG takes a bit or more for 64 pixels.
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
