extension Font {
  /// The text if it fits into `width`, or else as much of its beginning as does, and "…".
  func shortened(_ text: String, to width: Double) -> String {
    if self.width(of: text) <= width { return text }
    var kept = ""
    for character in text {
      if self.width(of: kept + "\(character)…") > width { break }
      kept.append(character)
    }
    return kept.trimmingSuffix(while: \.isWhitespace) + "…"
  }

  /// The text in lines no wider than `width`; if there are more than `most`, the last ends in "…".
  ///
  /// Lines break at spaces and between Chinese characters, and inside a word only if it must be.
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
