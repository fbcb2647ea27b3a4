import Files
import Datasets
import Foundation
import Sentences

// Reading files: PNG with libpng, JPEG with libjpeg-turbo.

extension RGBImage {
  /// Reads a PNG or a JPEG file, recognized by its content.
  ///
  /// - Throws: an error whose description names the file and what is wrong with it.
  public init(_ file: URL) throws {
    try self.init(InputFile.bytes(of: file.path, limit: 1 << 28), name: file.path)
  }

  /// Decodes the bytes of a PNG or a JPEG file.
  ///
  /// - Parameter name: the name of the picture in sentences.
  /// - Throws: `SentenceError` if the picture is invalid, truncated, damaged or too large.
  public init(_ bytes: [UInt8], name: String) throws {
    if bytes.starts(with: PNG.signature) {
      self = try PNG.decode(bytes, name)
    } else if bytes.starts(with: JPEG.signature) {
      self = try JPEG.decode(bytes, name)
    } else if bytes.isEmpty {
      throw SentenceError("\(name) is empty; a PNG or a JPEG picture was wanted")
    } else {
      let beginning = bytes.prefix(8).map { String(format: "%02X", $0) }.joined(separator: " ")
      throw otherKind(name, bytes, for: .picture)
        ?? SentenceError(
          "\(name) is neither a PNG nor a JPEG picture: it begins with the bytes \(beginning)")
    }
  }
}
