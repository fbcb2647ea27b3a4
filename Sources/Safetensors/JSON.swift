/// A JSON value.
///
/// Foundation's decoder keeps one of several equal names and says nothing, so that a header could mean
/// one thing to it and another to the next reader. Here they are refused.
enum JSON: Equatable {
  case string(String)
  /// A whole number without sign, point or exponent, as shapes and offsets are.
  case count(Int)
  case array([JSON])
  case object([String: JSON])
  /// Any other number, `true`, `false` or `null`, as it is spelled.
  case other(String)

  /// What it is, for sentences.
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
  /// Text as a JSON string, in quotes.
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
