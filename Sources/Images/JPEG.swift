import Cjpeg
import Sentences

/// Decodes JPEG, RGB or gray, with the settings of Pillow: the accurate DCT, and smooth upsampling of
/// subsampled chroma.
enum JPEG {
  static let signature: [UInt8] = [0xFF, 0xD8]

  static func decode(_ bytes: [UInt8], _ name: String) throws -> RGBImage {
    guard let decoder = tjInitDecompress() else {
      throw SentenceError("\(name) cannot be read: there is no memory for a JPEG decoder")
    }
    defer { tjDestroy(decoder) }
    let count = UInt(bytes.count)
    var (width, height, sampling, colorSpace): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    guard tjDecompressHeader3(decoder, bytes, count, &width, &height, &sampling, &colorSpace) == 0
    else { throw refusal(name, decoder) }
    guard height > 0 && width > 0 else {
      throw SentenceError("\(name) is a JPEG file that ends before a picture begins")
    }
    try RGBImage.requirePossible(height: Int(height), width: Int(width), in: bytes.count, name)
    guard colorSpace != TJCS_CMYK.rawValue, colorSpace != TJCS_YCCK.rawValue else {
      throw SentenceError(
        "\(name) is a JPEG picture in four inks, made for printing; red, green and blue were wanted"
      )
    }
    var pixels = [UInt8](repeating: 0, count: Int(height) * Int(width) * 3)
    let status = tjDecompress2(
      decoder, bytes, count, &pixels, width, 0, height, Int32(TJPF_RGB.rawValue),
      TJFLAG_ACCURATEDCT | TJFLAG_LIMITSCANS)
    guard status == 0 || isHarmless(decoder) else { throw refusal(name, decoder) }
    return RGBImage(pixels: pixels, height: Int(height), width: Int(width))
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
