// JSON numbers: digits, with an optional sign, fraction and exponent.

extension JSONScanner {
  mutating func number() throws -> JSON {
    let start = place
    skip("-")
    guard let first = next, isDigit(first) else { throw flaw("a value was wanted") }
    // A leading zero is only allowed for zero.
    if !skip("0") { try digits() }
    if skip(".") { try digits() }
    if skip("e") || skip("E") {
      if !skip("-") { skip("+") }
      try digits()
    }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    if bytes[start..<place].allSatisfy(isDigit), let count = Int(text) { return .count(count) }
    return .other(text)
  }

  private mutating func digits() throws {
    let start = place
    while let byte = next, isDigit(byte) { place += 1 }
    guard place > start else { throw flaw("a digit was wanted") }
  }

  /// Consumes a character, if it is next.
  @discardableResult
  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    place += 1
    return true
  }
}

private func isDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}
