/// The text as it stands in XML and HTML, in an attribute too.
///
/// Control characters become U+FFFD: XML refuses them, however they are written.
package func escaped(_ text: some StringProtocol) -> String {
  var out = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": out += "&amp;".unicodeScalars
    case "<": out += "&lt;".unicodeScalars
    case ">": out += "&gt;".unicodeScalars
    case "\"": out += "&quot;".unicodeScalars
    case "\t", "\n", "\r": out.append(scalar)
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": out.append("\u{FFFD}")
    default: out.append(scalar)
    }
  }
  return String(out)
}
