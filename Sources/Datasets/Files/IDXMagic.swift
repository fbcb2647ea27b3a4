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
    if let other = Kind(rawValue: magic.byteSwapped) {
      return "the number of \(other) with its bytes reversed"
    }
    if magic >> 16 == 0, let number = types[UInt8(magic >> 8)], magic & 0xFF > 0 {
      let axes = counted(Int(magic & 0xFF), "axis", "axes")
      return "which says that it holds \(number) along \(axes)"
    }
    return "which is not IDX as MNIST uses it"
  }

  /// The types of numbers in IDX; MNIST has bytes.
  private static let types: [UInt8: String] = [
    0x08: "bytes", 0x09: "signed bytes", 0x0B: "numbers of 16 bits", 0x0C: "numbers of 32 bits",
    0x0D: "Floats", 0x0E: "Doubles",
  ]

  private static func hexadecimal(_ number: UInt32) -> String {
    let digits = String(number, radix: 16)
    return "0x" + String(repeating: "0", count: 8 - digits.count) + digits
  }
}
