/// What other files may depend on: the words of a file without comments, imports and bodies of functions.
///
/// If two versions of a file have the same, the objects of other files fit both. The other way round it
/// does not hold; whoever finds a difference only loses time.
func declarations(in text: String) -> [String] {
  var kept: [String] = []
  var keyword = ""
  var rest = tokens(of: text)[...]
  while let token = rest.popFirst() {
    if token == "import" {
      rest = rest.dropFirst()
      continue
    }
    if types.contains(token) || members.contains(token) { keyword = token }
    kept.append(token)
    if token == "}" { keyword = "" }
    guard token == "{" else { continue }
    if types.contains(keyword) {
      keyword = ""
    } else {
      var depth = 1
      while depth > 0, let token = rest.popFirst() {
        depth += token == "{" ? 1 : token == "}" ? -1 : 0
      }
    }
  }
  return kept
}

/// The braces behind these hold declarations, those behind the others what a function does.
private let types: Set = ["struct", "class", "enum", "extension", "protocol", "actor"]
private let members: Set = ["func", "init", "deinit", "subscript", "var", "let", "get", "set"]

/// Words, string literals and single signs.
private func tokens(of text: String) -> [String] {
  var tokens: [String] = []
  var rest = Substring(text)
  while let first = rest.first {
    if first.isWhitespace {
      rest.removeFirst()
    } else if rest.hasPrefix("//") {
      rest = rest.drop { !$0.isNewline }
    } else if let comment = rest.prefixMatch(of: #/(?s)\/\*.*?\*\//#) {
      rest = rest[comment.range.upperBound...]
    } else if first == "\"" {
      let literal = literal(rest)
      tokens.append(String(literal))
      rest = rest[literal.endIndex...]
    } else {
      let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      tokens.append(word.isEmpty ? String(first) : String(word))
      rest = rest.dropFirst(max(1, word.count))
    }
  }
  return tokens
}

/// The string literal at the beginning, with what is interpolated in it.
private func literal(_ text: Substring) -> Substring {
  let quote = text.hasPrefix("\"\"\"") ? "\"\"\"" : "\""
  var rest = text.dropFirst(quote.count)
  var depth = 0
  while let first = rest.first {
    if first == "\\" {
      depth += rest.dropFirst().first == "(" ? 1 : 0
      rest = rest.dropFirst(2)
    } else if depth == 0 && rest.hasPrefix(quote) {
      return text[..<rest.dropFirst(quote.count).startIndex]
    } else {
      if depth > 0 { depth += first == "(" ? 1 : first == ")" ? -1 : 0 }
      rest = rest.dropFirst()
    }
  }
  return text
}
