import Cpng
import Sentences

/// Decodes PNG: gray, RGB or with a palette, 1 to 16 bits deep, interlaced or not.
///
/// Of a 16-bit number the higher byte is taken, `value / 256` rounded down, as Pillow does with colors.
/// (Pillow also does so with 16-bit gray beside alpha, but turns all 16-bit gray without alpha from 256 on
/// into white.) Transparent pixels are laid on white. Color space information in the file is ignored, as in
/// the libraries that prepare training data.
enum PNG {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  static func decode(_ bytes: [UInt8], _ name: String) throws -> RGBImage {
    let chunks = try chunks(of: bytes, name)
    return try bytes.withUnsafeBufferPointer { bytes in
      var source = png_source()
      (source.bytes, source.count) = (bytes.baseAddress, bytes.count)
      var (width, height): (UInt32, UInt32) = (0, 0)
      guard png_source_decode(&source, &width, &height, nil) == 1 else {
        throw refusal(name, source)
      }
      let (rows, columns) = (Int(height), Int(width))
      try RGBImage.requirePossible(height: rows, width: columns, in: bytes.count, name)
      var pixels = [UInt8](repeating: 0, count: rows * columns * 4)
      guard png_source_decode(&source, &width, &height, &pixels) == 1 else {
        throw refusal(name, source)
      }
      layOnWhite(&pixels)
      return RGBImage(
        pixels: pixels, height: rows, width: columns, orientation: orientation(in: chunks))
    }
  }

  /// Converts RGBA to RGB on white, in place.
  private static func layOnWhite(_ pixels: inout [UInt8]) {
    let count = pixels.count / 4
    pixels.withUnsafeMutableBufferPointer { pixels in
      for pixel in 0..<count {
        let opacity = Int(pixels[4 * pixel + 3])
        for channel in 0..<3 {
          let light = Int(pixels[4 * pixel + channel]) * opacity + 255 * (255 - opacity)
          pixels[3 * pixel + channel] = UInt8((light + 127) / 255)
        }
      }
    }
    pixels.removeLast(count)
  }

  private static func refusal(_ name: String, _ source: png_source) -> SentenceError {
    let reason = withUnsafeBytes(of: source.message) { message in
      String(decoding: message.prefix { $0 != 0 }, as: UTF8.self)
    }
    return SentenceError("\(name) is a PNG picture that cannot be read; libpng says: \(reason)")
  }
}
