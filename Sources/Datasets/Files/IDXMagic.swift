import Files
import Sentences

/// The first four bytes of an IDX file, and what other files begin with.
extension IDXFile {
  static func checkMagic(_ bytes: [UInt8], _ kind: Kind, _ name: String) throws {
    let magic = number(in: bytes, at: 0)
    guard magic != kind.rawValue else { return }
    throw otherKind(name, bytes, for: .data)
      ?? SentenceError(
        "\(name) begins with \(hexadecimal(magic)), \(meaning(of: magic, bytes)); "
          + "wanted are \(kind), \(hexadecimal(kind.rawValue))")
  }

  private static func meaning(of magic: UInt32, _ bytes: [UInt8]) -> String {
    if let other = Kind(rawValue: magic) { return "which says that it holds \(other)" }
    if Gzip.isGzip(bytes) { return "which is how a gzipped file begins" }
    return "which is not IDX as MNIST uses it"
  }

  private static func hexadecimal(_ number: UInt32) -> String {
    let digits = String(number, radix: 16)
    return "0x" + String(repeating: "0", count: 8 - digits.count) + digits
  }
}
