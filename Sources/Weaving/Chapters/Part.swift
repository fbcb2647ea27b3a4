import Sentences

/// A part of a chapter: a file with one function, whose body is shown on the chapter's page.
///
/// `main.swift` names the file in the last paragraph of a cell's prose, and the cell's code is the call:
///
///     // ## Batch normalization
///     //
///     // part: Chapters/Chapter3/Parts/BatchNormalization.swift
///
///     batchNormalization(figures, &checks)
///
/// The page shows the cells of the body in the place of the call.
struct Part {
  let name: String
  let cells: [ChapterSource.Cell]

  /// - Throws: `SentenceError` with file and line, if the file holds anything but imports, comments and one
  ///   function whose body stands on lines of its own.
  init(_ text: String, path: String) throws {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let outline = try Outline(text, path)
    for (i, line) in lines.enumerated() {
      let isOutside = i < outline.begin || i > outline.end
      let mayStand =
        line.allSatisfy(\.isWhitespace)
        || i < outline.begin && ["import ", "//", "@"].contains { line.hasPrefix($0) }
      if isOutside, !mayStand {
        throw SentenceError(
          "\(path):\(i + 1): a part holds imports, comments and one function; this is `\(line)`")
      }
    }
    guard lines.contains(where: { $0 == "import Notebook" }) else {
      throw SentenceError("\(path):1: a part begins with `import Notebook`, as its output is woven")
    }
    name = outline.name
    let body = lines[outline.body].map { $0.hasPrefix("  ") ? $0.dropFirst(2) : $0 }
    cells = try readCells(body.joined(separator: "\n"), path, from: outline.body.lowerBound + 1)
    if let cell = cells.first(where: { $0.paragraphs.contains { partPath($0) != nil } }) {
      throw SentenceError("\(path):\(cell.line): a part cannot hold a part; call it in main.swift")
    }
  }

  /// Throws a sentence unless a cell's code is the call of this part's function and nothing else.
  func requireCall(_ cell: ChapterSource.Cell, at place: String) throws {
    let tokens = Lexer.tokens(cell.code)
    var depth = 0
    // The parenthesis that the name opens is closed by the last token.
    let end = tokens.firstIndex { token in
      if token.text == "(" { depth += 1 }
      if token.text == ")" { depth -= 1 }
      return token.text == ")" && depth == 0
    }
    guard cell.code.hasPrefix(name + "("), end == tokens.count - 1 else {
      throw SentenceError(
        "\(place): the cell is `\(cell.code)`; below the name of a part stands the call `\(name)(…)`, and nothing else"
      )
    }
  }
}

/// Where a part's function begins and ends; lines are counted from 0.
private struct Outline {
  let name: String
  /// The lines of the signature's first line, and of the closing brace.
  let begin, end: Int
  let body: Range<Int>

  init(_ text: String, _ path: String) throws {
    var (line, depth, parentheses) = (0, 0, 0)
    var (name, begin, opening, closing): (String?, Int?, Int?, Int?)
    let tokens = Lexer.tokens(text)
    for (i, token) in tokens.enumerated() where closing == nil {
      if begin == nil, depth == 0, token.kind == .keyword, token.text == "func" {
        begin = line
        name = tokens[(i + 1)...].first { !$0.text.allSatisfy(\.isWhitespace) }?.text
      }
      if token.text == "(" { parentheses += 1 }
      if token.text == ")" { parentheses -= 1 }
      if token.kind == .opening, parentheses == 0 {
        depth += 1
        if depth == 1, begin != nil { opening = line }
      }
      if token.kind == .closing, parentheses == 0 {
        depth -= 1
        if depth == 0, begin != nil { closing = line }
      }
      line += token.text.count { $0 == "\n" }
    }
    guard let name, let begin, let opening, let closing, begin <= opening, opening < closing else {
      throw SentenceError("\(path):1: this part has no function; its body is what the page shows")
    }
    (self.name, self.begin, end, body) = (name, begin, closing, opening + 1..<closing)
  }
}

/// The path in a paragraph that names a part; `nil` if it is another paragraph.
private func partPath(_ paragraph: Substring) -> String? {
  paragraph.wholeMatch(of: #/part: (\S+\.swift)\s*/#).map { String($0.1) }
}

extension ChapterSource.Cell {
  fileprivate var paragraphs: [Substring] { prose.split(separator: "\n\n") }

  /// The part that this cell calls; `nil` if it is a cell of its own.
  ///
  /// - Throws: `SentenceError`, if prose stands below the name of a part.
  func partName() throws -> String? {
    guard let place = paragraphs.firstIndex(where: { partPath($0) != nil }) else { return nil }
    guard place == paragraphs.count - 1 else {
      throw SentenceError(
        "\(path):\(line): prose stands between `\(paragraphs[place])` and the call; it belongs above, or into the part"
      )
    }
    return partPath(paragraphs[place])
  }

  /// The prose but for its last paragraph.
  var proseWithoutPart: String { paragraphs.dropLast().joined(separator: "\n\n") }
}
