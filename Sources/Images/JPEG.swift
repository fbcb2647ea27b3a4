import Cjpeg
import Sentences

/// Decodes JPEG, in color, gray or four inks, with the settings of Pillow: the accurate DCT, and smooth
/// upsampling of subsampled chroma.
enum JPEG {
  static let signature: [UInt8] = [0xFF, 0xD8]

  static func decode(_ bytes: [UInt8], _ name: String) throws -> RGBImage {
    guard let decoder = tjInitDecompress() else {
      throw SentenceError("\(name) cannot be read: there is no memory for a JPEG decoder")
    }
    defer { tjDestroy(decoder) }
    let count = UInt(bytes.count)
    var (width, height, sampling, colorSpace): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    let status = tjDecompressHeader3(
      decoder, bytes, count, &width, &height, &sampling, &colorSpace)
    // A sampling that has no name here, such as 3×1, is reported as an error, but can be decoded.
    let isOnlyUnnamed = sampling == -1 && colorSpace >= 0
    guard status == 0 || isOnlyUnnamed else { throw refusal(name, decoder) }
    guard height > 0 && width > 0 else {
      throw SentenceError("\(name) is a JPEG file that ends before a picture begins")
    }
    try RGBImage.requirePossible(height: Int(height), width: Int(width), in: bytes.count, name)
    let isInks = colorSpace == TJCS_CMYK.rawValue || colorSpace == TJCS_YCCK.rawValue
    let format = isInks ? TJPF_CMYK : TJPF_RGB
    var pixels = [UInt8](
      repeating: 0, count: Int(height) * Int(width) * (isInks ? 4 : 3))
    let decoded = tjDecompress2(
      decoder, bytes, count, &pixels, width, 0, height, Int32(format.rawValue),
      TJFLAG_ACCURATEDCT | TJFLAG_LIMITSCANS)
    guard decoded == 0 || isHarmless(decoder) else { throw refusal(name, decoder) }
    if isInks { mixInks(&pixels) }
    return RGBImage(
      pixels: pixels, height: Int(height), width: Int(width), orientation: orientation(in: bytes))
  }

  /// Converts cyan, magenta, yellow and black to red, green and blue, in place, as Pillow does.
  ///
  /// The numbers are taken as Adobe's programs store them, inverted: 0 is full ink. Without a color
  /// profile, red is then what the cyan and the black ink let through.
  private static func mixInks(_ pixels: inout [UInt8]) {
    let count = pixels.count / 4
    pixels.withUnsafeMutableBufferPointer { pixels in
      for pixel in 0..<count {
        let black = Int(pixels[4 * pixel + 3])
        for channel in 0..<3 {
          let ink = 255 - Int(pixels[4 * pixel + channel])
          // ink · black / 255, rounded, as Pillow computes it.
          let product = ink * black + 128
          let taken = (product >> 8 + product) >> 8
          pixels[3 * pixel + channel] = UInt8(max(0, black - taken))
        }
      }
    }
    pixels.removeLast(count)
  }

  /// Whether the last warning was of extraneous bytes, which some cameras write; no pixel is missing then.
  private static func isHarmless(_ decoder: tjhandle) -> Bool {
    tjGetErrorCode(decoder) == TJERR_WARNING.rawValue
      && words(of: decoder).contains("extraneous bytes before marker")
  }

  private static func refusal(_ name: String, _ decoder: tjhandle) -> SentenceError {
    SentenceError(
      "\(name) is a JPEG picture that cannot be read; libjpeg-turbo says: \(words(of: decoder))")
  }

  private static func words(of decoder: tjhandle) -> String {
    tjGetErrorStr2(decoder).map { String(cString: $0) } ?? "nothing"
  }
}
