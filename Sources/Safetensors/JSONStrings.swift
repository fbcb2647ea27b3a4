// JSON strings, with all escapes.

extension JSONScanner {
  mutating func string() throws -> String {
    try take("\"")
    var text: [UInt8] = []
    while true {
      let byte = try takeAny()
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += UTF8.encode(try escaped())!
      case 0..<0x20: throw flaw("a control character stands in a string")
      default: text.append(byte)
      }
    }
  }

  /// The character of an escape, after its backslash.
  private mutating func escaped() throws -> Unicode.Scalar {
    let letter = try takeAny()
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape()
    default: throw flaw("a backslash stands before something else than an escape")
    }
  }

  /// A character by its UTF-16 code units, one or a surrogate pair.
  private mutating func unicodeEscape() throws -> Unicode.Scalar {
    let unit = try hexadecimal()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    try take("\\")
    try take("u")
    let low = try hexadecimal()
    guard UTF16.isLeadSurrogate(unit), UTF16.isTrailSurrogate(low) else {
      throw flaw("half a character is escaped")
    }
    return UTF16.decode(UTF16.EncodedScalar([unit, low]))
  }

  private mutating func hexadecimal() throws -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(try takeAny())).hexDigitValue else {
        throw flaw("four hexadecimal digits were wanted after \\u")
      }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }
}
