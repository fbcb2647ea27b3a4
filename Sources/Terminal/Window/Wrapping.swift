/// The text in lines of at most `columns`, broken at spaces, or inside a word that is longer.
///
/// Text without spaces, such as Chinese, is treated as one long word, which fills its lines.
package func wrapped(_ text: String, to columns: Int) -> [String] {
  let columns = max(2, columns)  // The widest character needs two.
  return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
    wrapped(paragraph: paragraph, to: columns)
  }
}

private func wrapped(paragraph: Substring, to columns: Int) -> [String] {
  filled(unbreakable(paragraph).flatMap { pieces(of: $0[...], columns) }, to: columns)
}

/// Words in lines of at most `columns`, as many in each as fit, and at least one.
func filled(_ words: [String], to columns: Int) -> [String] {
  var lines = [""]
  for word in words {
    let last = lines[lines.count - 1]
    if last.isEmpty {
      lines[lines.count - 1] = word
    } else if last.displayWidth + 1 + word.displayWidth <= columns {
      lines[lines.count - 1] += " " + word
    } else {
      lines.append(word)
    }
  }
  return lines
}

private func pieces(of word: Substring, _ columns: Int) -> [String] {
  var (rest, pieces) = (word, [String]())
  while !rest.isEmpty {
    let piece = rest.fitting(columns)
    pieces.append(piece)
    rest = rest.dropFirst(piece.count)
  }
  return pieces
}

/// The words of a text; a list of numbers, such as the shape [64, 3, 7, 7], is one word.
func unbreakable(_ text: some StringProtocol) -> [String] {
  text.split(separator: " ").reduce(into: []) { words, word in
    if words.last?.hasSuffix(",") == true, word.first(where: { $0 != "-" })?.isNumber == true {
      words[words.count - 1] += " " + word
    } else {
      words.append(String(word))
    }
  }
}
