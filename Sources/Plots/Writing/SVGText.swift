/// A length with two decimals at most, written the same way on every machine.
///
/// Integers are written alike everywhere; floating-point formats depend on platform and locale.
func svgNumber(_ value: Double) -> String {
  let hundredths = Int((min(max(value, -1e9), 1e9) * 100).rounded())
  let whole = abs(hundredths) / 100, rest = abs(hundredths) % 100
  let sign = hundredths < 0 ? "-" : ""
  if rest == 0 { return "\(sign)\(whole)" }
  if rest % 10 == 0 { return "\(sign)\(whole).\(rest / 10)" }
  return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
}

/// The text with nothing left in it that XML would take for a command, or refuse.
func escaped(_ text: String) -> String {
  var out = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": out += "&amp;".unicodeScalars
    case "<": out += "&lt;".unicodeScalars
    case ">": out += "&gt;".unicodeScalars
    case "\"": out += "&quot;".unicodeScalars
    case "\t", "\n", "\r": out.append(" ")
    // XML has no way to write the other control characters.
    case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": out.append("\u{FFFD}")
    default: out.append(scalar)
    }
  }
  return String(out)
}
