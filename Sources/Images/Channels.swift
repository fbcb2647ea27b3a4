import Autograd

// The channels of a picture.

extension RGBImage {
  /// One channel of all pixels, `[height, width]`: 0 is red, 1 green, 2 blue.
  public func plane(_ channel: Int) -> [UInt8] {
    stride(from: channel, to: pixels.count, by: 3).map { pixels[$0] }
  }

  init(planes: [[UInt8]], height: Int, width: Int) {
    var pixels = [UInt8](repeating: 0, count: 3 * height * width)
    for (channel, plane) in planes.enumerated() {
      for (place, value) in plane.enumerated() { pixels[3 * place + channel] = value }
    }
    self.init(pixels: pixels, height: height, width: width)
  }

  /// A gray picture, `[height, width]`, with three equal channels.
  public init(gray: [UInt8], height: Int, width: Int) {
    require(
      height > 0 && width > 0 && gray.count == height * width,
      "RGBImage: \(gray.count) pixels are not a picture of \(height)×\(width)")
    self.init(planes: [gray, gray, gray], height: height, width: width)
  }

  /// The picture in gray, by the luma of ITU-R BT.601.
  public var grayed: RGBImage {
    // The weights 0.299, 0.587 and 0.114 in fixed point, 16 bits, as in Pillow.
    let gray = stride(from: 0, to: pixels.count, by: 3).map { i in
      let light =
        19_595 * Int(pixels[i]) + 38_470 * Int(pixels[i + 1]) + 7_471 * Int(pixels[i + 2])
      return UInt8((light + 0x8000) >> 16)
    }
    return RGBImage(gray: gray, height: height, width: width)
  }

  /// The picture with black and white swapped.
  public var inverted: RGBImage {
    RGBImage(pixels: pixels.map { 255 - $0 }, height: height, width: width)
  }
}
