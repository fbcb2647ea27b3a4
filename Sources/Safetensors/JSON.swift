/// A JSON value.
///
/// Foundation's decoder silently keeps one of several equal keys, so a header could mean different
/// things to different readers. Here they are an error.
enum JSON: Equatable {
  case string(String)
  /// An integer without sign, fraction or exponent, as in shapes and offsets.
  case count(Int)
  case array([JSON])
  case object([String: JSON])
  /// Any other number, `true`, `false` or `null`, as it is written.
  case other(String)

  /// A description for sentences.
  var kind: String {
    switch self {
    case .string(let text): "the string \(quoted(text))"
    case .count(let number): "\(number)"
    case .array: "an array"
    case .object: "an object"
    case .other(let text): text.count <= 80 ? text : "\(text.prefix(80))…"
    }
  }
}

extension JSON {
  /// Text as a JSON string, with quotes.
  static func quote(_ text: String) -> String {
    let inside = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\0"..<" ": "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: String(scalar)
      }
    }
    return "\"\(inside.joined())\""
  }
}
