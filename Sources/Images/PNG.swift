import Cpng
import Sentences

/// Decodes PNG: gray, RGB or with a palette, 1 to 16 bits deep, interlaced or not.
///
/// Transparent pixels are laid on white. Color space information in the file is ignored, as in the
/// libraries that prepare training data.
enum PNG {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  static func decode(_ bytes: [UInt8], _ name: String) throws -> RGBImage {
    var image = png_image()
    image.version = UInt32(PNG_IMAGE_VERSION)
    defer { png_image_free(&image) }
    return try withoutColorSpace(bytes, name).withUnsafeBytes { bytes in
      guard png_image_begin_read_from_memory(&image, bytes.baseAddress, bytes.count) != 0 else {
        throw refusal(name, image)
      }
      let (height, width) = (Int(image.height), Int(image.width))
      try RGBImage.requirePossible(height: height, width: width, in: bytes.count, name)
      // Otherwise libpng takes 16-bit numbers as linear light and converts them.
      image.flags |= UInt32(PNG_IMAGE_FLAG_16BIT_sRGB)
      let hasAlpha = image.format & PNG_FORMAT_FLAG_ALPHA != 0
      image.format = PNG_FORMAT_FLAG_COLOR | (hasAlpha ? PNG_FORMAT_FLAG_ALPHA : 0)
      var pixels = [UInt8](repeating: 0, count: height * width * (hasAlpha ? 4 : 3))
      guard png_image_finish_read(&image, nil, &pixels, 0, nil) != 0 else {
        throw refusal(name, image)
      }
      if hasAlpha { layOnWhite(&pixels) }
      return RGBImage(pixels: pixels, height: height, width: width)
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

  private static func refusal(_ name: String, _ image: png_image) -> SentenceError {
    let reason = withUnsafeBytes(of: image.message) { message in
      String(decoding: message.prefix { $0 != 0 }, as: UTF8.self)
    }
    return SentenceError("\(name) is a PNG picture that cannot be read; libpng says: \(reason)")
  }
}
