/// Marks Chinese text as such, so that browsers choose its fonts and screen readers its voice.
enum Chinese {
  /// Puts each run of Chinese characters in `html` into a `span` with their language.
  ///
  /// Tags are left as they are, and so are drawings, in which a `span` is not allowed.
  static func marked(in html: String) -> String {
    guard html.unicodeScalars.contains(where: isChinese) else { return html }
    var (result, run) = ("", "")
    var rest = html[...]
    func close() {
      if !run.isEmpty { result += "<span lang=\"zh\">\(run)</span>" }
      run = ""
    }
    while let character = rest.first {
      if character == "<" {
        close()
        let end = rest.hasPrefix("<svg") ? "</svg>" : ">"
        let tag = rest.firstRange(of: end).map { rest[..<$0.upperBound] } ?? rest
        result += tag
        rest = rest[tag.endIndex...]
      } else {
        if character.unicodeScalars.allSatisfy(isChinese) {
          run.append(character)
        } else {
          close()
          result.append(character)
        }
        rest = rest.dropFirst()
      }
    }
    close()
    return result
  }

  /// Whether this is a Han character, or the punctuation that stands between them.
  private static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E80...0x303F, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF00...0xFFEF: true
    default: false
    }
  }
}
