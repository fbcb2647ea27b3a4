/// Words that a slide looks for in what was printed: `*` stands for any word, `…` for a number.
///
/// Spaces and line breaks are alike, since printed lines are broken at the terminal's width.
struct Words {
  struct Match: Equatable {
    /// The line, or the lines, in which the words stand.
    let text: String
    /// The number in the place of `…`, as it was printed.
    let number: String?
  }

  let text: String
  private let pattern: Regex<AnyRegexOutput>

  /// - Parameter beginsLine: whether the words stand at the beginning of a line.
  init(_ text: String, beginsLine: Bool = false) {
    self.text = text
    let number = #"([-−]?[0-9][0-9,]*(?:\.[0-9]+)?(?:e[-+]?[0-9]+)?)"#
    let pieces = text.split { $0.isWhitespace }.map { word in
      var rest = word[...]
      var piece = ""
      while let special = rest.firstIndex(where: { "*…".contains($0) }) {
        piece += quoted(rest[..<special]) + (rest[special] == "…" ? number : #"\S+"#)
        rest = rest[rest.index(after: special)...]
      }
      return piece + quoted(rest)
    }
    // The pieces are quoted, so this is always a regular expression.
    let before = beginsLine ? #"^[ \t]*("# : #"(?:^|\s)("#
    pattern = try! Regex(before + pieces.joined(separator: #"\s+"#) + ")")
      .anchorsMatchLineEndings()
  }

  func matches(in printed: String) -> [Match] {
    printed.matches(of: pattern).map { match in
      let found = match.output[1].range!
      let from = printed[..<found.lowerBound].lastIndex(of: "\n").map(printed.index(after:))
      let to = printed[found.upperBound...].firstIndex(of: "\n")
      let whole = printed[(from ?? printed.startIndex)..<(to ?? printed.endIndex)]
      return Match(
        text: String(whole),
        number: match.output.count > 2 ? match.output[2].substring.map(String.init) : nil)
    }
  }
}

private func quoted(_ text: Substring) -> String {
  text.isEmpty ? "" : "\\Q\(text)\\E"
}
