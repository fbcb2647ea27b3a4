import Sentences

/// A file of MNIST's format, IDX: a magic number, the length of each axis, then a byte for each number.
///
/// All numbers of the header are four bytes, the most significant first.
package struct IDXFile {
  /// What a file holds; the last byte of the value is the number of axes.
  package enum Kind: UInt32 {
    case images = 0x0000_0803
    case labels = 0x0000_0801

    var axes: Int { Int(rawValue & 0xFF) }
  }

  let name: String

  /// The length of each axis: `[count, height, width]` of images, `[count]` of labels.
  package let dimensions: [Int]

  /// The numbers themselves, the last axis varying fastest.
  let payload: ArraySlice<UInt8>

  /// Reads `bytes`, which may be anything; `name` is what errors call the file.
  package init(_ bytes: [UInt8], kind: Kind, name: String) throws {
    let headerLength = 4 + 4 * kind.axes
    guard bytes.count >= 4 else { throw Self.tooShort(bytes, headerLength, kind, name) }
    try Self.checkMagic(bytes, kind, name)
    guard bytes.count >= headerLength else { throw Self.tooShort(bytes, headerLength, kind, name) }

    dimensions = (1...kind.axes).map { Int(Self.number(in: bytes, at: 4 * $0)) }
    payload = bytes[headerLength...]
    self.name = name

    let product = dimensions.map(String.init).joined(separator: " × ")
    guard let wanted = Self.product(of: dimensions) else {
      throw SentenceError("\(name): the header asks for \(product) bytes, more than can be counted")
    }
    guard wanted == payload.count else {
      throw SentenceError(
        "\(name): the header asks for \(product) = \(wanted) bytes, but \(payload.count) follow it")
    }
    guard wanted > 0 else {
      throw SentenceError("\(name): the header says \(product), so the file holds no \(kind)")
    }
  }

  /// The product, or `nil` if it does not fit an `Int`: three lengths of 32 bits make up to 96.
  private static func product(of lengths: [Int]) -> Int? {
    var product = 1
    for length in lengths {
      let (value, overflow) = product.multipliedReportingOverflow(by: length)
      if overflow { return nil }
      product = value
    }
    return product
  }

  private static func tooShort(
    _ bytes: [UInt8], _ headerLength: Int, _ kind: Kind, _ name: String
  ) -> SentenceError {
    SentenceError(
      "\(name) ends after \(bytes.count) bytes; the header alone of a file of \(kind) has "
        + "\(headerLength)")
  }

  /// Four bytes as a number, the most significant first.
  static func number(in bytes: [UInt8], at offset: Int) -> UInt32 {
    bytes[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }
}
