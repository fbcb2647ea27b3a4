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
  /// Sees that a picture is not too large to be decoded.
  static func requireModest(height: Int, width: Int, _ name: String) throws {
    let (count, overflows) = height.multipliedReportingOverflow(by: width)
    guard !overflows && count <= mostPixels else {
      throw ImageError(
        "\(name) is \(width)×\(height) pixels large; a picture may have \(mostPixels) at most")
    }
  }
}
