import Sentences

/// A small gray or RGB image with 8 bits per channel.
public struct Pixels: Sendable, Equatable {
  let width, height: Int
  /// 1 for gray, 3 for red, green and blue.
  let channels: Int
  /// `[height, width, channels]`, from 0 (dark) to 255 (light).
  let bytes: [UInt8]

  /// A gray image of `[height, width]` values, from 0 (black) to 255 (white).
  public init(width: Int, height: Int, gray: [UInt8]) {
    self.init(width: width, height: height, channels: 1, bytes: gray)
  }

  /// A color image of `[height, width, 3]` values: red, green and blue.
  public init(width: Int, height: Int, rgb: [UInt8]) {
    self.init(width: width, height: height, channels: 3, bytes: rgb)
  }

  /// A gray image of `[height, width]` values, scaled so that the smallest is black, the greatest white.
  ///
  /// For filters and feature maps. If all values are equal, they are mid-gray; NaN and infinity are
  /// black.
  public init(width: Int, height: Int, stretching values: [Float]) {
    let finite = values.filter(\.isFinite)
    let low = finite.min() ?? 0, high = finite.max() ?? 0
    // Halved, because the difference of two floats can overflow.
    let span = high / 2 - low / 2
    let gray = values.map { value -> UInt8 in
      if !value.isFinite { return 0 }
      return span > 0 ? UInt8(((value / 2 - low / 2) / span * 255).rounded()) : 128
    }
    self.init(width: width, height: height, gray: gray)
  }

  private init(width: Int, height: Int, channels: Int, bytes: [UInt8]) {
    require(
      width > 0 && height > 0 && bytes.count == width * height * channels,
      "An image of \(width) × \(height) pixels was given \(bytes.count) bytes; with \(channels) for "
        + "each pixel, and at least one pixel, it needs \(max(width, 1) * max(height, 1) * channels)."
    )
    (self.width, self.height, self.channels, self.bytes) = (width, height, channels, bytes)
  }
}

extension Pixels {
  /// The image with every pixel repeated `factor` times in both directions.
  ///
  /// Some SVG renderers, such as librsvg, interpolate when they enlarge an image, which blurs a digit of
  /// 28 × 28 pixels.
  func enlarged(by factor: Int) -> Pixels {
    require(factor > 0, "An image was to be enlarged \(factor) times; it must be at least 1.")
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count * factor * factor)
    for row in 0..<height {
      var wide: [UInt8] = []
      for pixel in row * width..<(row + 1) * width {
        let values = bytes[pixel * channels..<(pixel + 1) * channels]
        for _ in 0..<factor { wide += values }
      }
      for _ in 0..<factor { out += wide }
    }
    return Pixels(
      width: width * factor, height: height * factor, channels: channels, bytes: out)
  }
}
