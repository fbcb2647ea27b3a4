/// Text styles, by their numbers in ECMA-48 (Select Graphic Rendition).
package enum Style: Int {
  case bold = 1
  case dim = 2
  case red = 31
  case green = 32
  case yellow = 33
  case cyan = 36
  case gray = 90
}

extension Terminal {
  /// The text in these styles, or unchanged where there is no color.
  package func styled(_ text: String, _ styles: Style...) -> String {
    guard hasColor, !text.isEmpty else { return text }
    let codes = styles.map { "\($0.rawValue)" }.joined(separator: ";")
    return "\u{1B}[\(codes)m\(text)\u{1B}[0m"
  }
}
