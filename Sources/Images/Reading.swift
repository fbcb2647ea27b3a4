import Files
import Datasets
import Foundation
import Sentences

// Pictures from files: PNG through libpng, JPEG through libjpeg-turbo.

extension RGBImage {
  /// Reads a PNG or a JPEG file, whatever its name ends with.
  ///
  /// - Throws: an error whose description names the file and what is wrong with it.
  public init(_ file: URL) throws {
    try self.init(InputFile.bytes(of: file.path, limit: 1 << 28), name: file.path)
  }

  /// Decodes what a PNG or a JPEG file holds.
  ///
  /// - Parameter name: what sentences call the picture.
  /// - Throws: `SentenceError` if it is no picture, is cut off or damaged, or has no or too many pixels.
  public init(_ bytes: [UInt8], name: String) throws {
    if bytes.starts(with: PNG.signature) {
      self = try PNG.decode(bytes, name)
    } else if bytes.starts(with: JPEG.signature) {
      self = try JPEG.decode(bytes, name)
    } else if bytes.isEmpty {
      throw SentenceError("\(name) is empty; a PNG or a JPEG picture was wanted")
    } else {
      let beginning = bytes.prefix(8).map { String(format: "%02X", $0) }.joined(separator: " ")
      throw SentenceError(
        "\(name) is neither a PNG nor a JPEG picture: it begins with the bytes \(beginning)")
    }
  }
}
