import Sentences

/// A small image: bytes in rows from the top, one a pixel for grey, three for red, green and blue.
public struct Pixels: Sendable, Equatable {
  public let width: Int
  public let height: Int

  /// 1 for grey, 3 for colour.
  public let channels: Int

  /// `[height, width, channels]`, each from 0 (dark) to 255 (light).
  public let bytes: [UInt8]

  /// An image of `[height, width]` grey bytes, from 0 (black) to 255 (white).
  public init(width: Int, height: Int, grey: [UInt8]) {
    self.init(width: width, height: height, channels: 1, bytes: grey)
  }

  /// An image of `[height, width, 3]` bytes of red, green and blue.
  public init(width: Int, height: Int, rgb: [UInt8]) {
    self.init(width: width, height: height, channels: 3, bytes: rgb)
  }

  /// A grey image of `[height, width]` values, the least black and the greatest white.
  ///
  /// This is how filters and feature maps are looked at. Equal values are all mid-grey; a value
  /// that is not a finite number is black.
  public init(width: Int, height: Int, stretching values: [Float]) {
    let finite = values.filter(\.isFinite)
    let low = finite.min() ?? 0, high = finite.max() ?? 0
    // Halves, because the distance of two floats may be more than a float can hold.
    let span = high / 2 - low / 2
    let grey = values.map { value -> UInt8 in
      if !value.isFinite { return 0 }
      return span > 0 ? UInt8(((value / 2 - low / 2) / span * 255).rounded()) : 128
    }
    self.init(width: width, height: height, grey: grey)
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
  /// Some readers (librsvg, older printers) smooth an image when they enlarge it, so that a digit of
  /// 28 × 28 becomes a blur. They leave alone what is large already.
  public func enlarged(by factor: Int) -> Pixels {
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
