/// The size and weight of the font of all figures.
package struct Font: Sendable {
  package let size: Double
  package let bold: Bool

  /// A font of this size, in points.
  package init(_ size: Double = 11, bold: Bool = false) { (self.size, self.bold) = (size, bold) }

  /// The width of `text` in Helvetica, in points.
  package func width(of text: String) -> Double {
    text.reduce(0) { $0 + advance($1, bold: bold) } * size
  }

  static let title = Font(13, bold: true)
  static let label = Font(11)
}

extension Font {
  /// The text, or, if it is wider than `width`, as much of its beginning as fits, with "…".
  package func shortened(_ text: String, to width: Double) -> String {
    if self.width(of: text) <= width { return text }
    var kept = ""
    for character in text {
      if self.width(of: kept + "\(character)…") > width { break }
      kept.append(character)
    }
    return kept.trimmingSuffix(while: \.isWhitespace) + "…"
  }

  /// The text in lines no wider than `width`; if it needs more than `most`, the last ends in "…".
  ///
  /// Lines break at spaces and before Chinese characters, and inside a word only if it is too wide.
  func wrapped(_ text: String, to width: Double, atMost most: Int) -> [String] {
    var lines: [String] = []
    var rest = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")[...]
    while !rest.isEmpty, lines.count < most - 1 {
      let end = lineEnd(of: rest, width: width)
      lines.append(rest[..<end].trimmingSuffix(while: \.isWhitespace))
      rest = rest[end...].drop(while: \.isWhitespace)
    }
    return rest.isEmpty ? lines : lines + [shortened(String(rest), to: width)]
  }

  private func lineEnd(of text: Substring, width: Double) -> Substring.Index {
    var used = 0.0
    var lastBreak: Substring.Index?
    for index in text.indices {
      used += self.width(of: String(text[index]))
      if text[index].isWhitespace { lastBreak = index }
      if text[index].isWide, index > text.startIndex { lastBreak = index }
      if used > width, index > text.startIndex { return lastBreak ?? index }
    }
    return text.endIndex
  }
}

extension StringProtocol {
  fileprivate func trimmingSuffix(while matches: (Character) -> Bool) -> String {
    guard let last = lastIndex(where: { !matches($0) }) else { return "" }
    return String(self[...last])
  }
}
