import Sentences

/// The cells of one file, or of the body of one function.
///
/// - Parameters:
///   - text: the statements, with no margin.
///   - path: the file they stand in.
///   - line: the number of the text's first line in that file.
/// - Throws: `SentenceError` with file and line, if a slide (see `Annotation`) is not written as one.
func readCells(_ text: String, _ path: String, from line: Int = 1) throws -> [ChapterSource.Cell] {
  var reader = CellReader(text, path, from: line)
  try reader.run()
  return reader.cells
}

private struct CellReader {
  private(set) var cells: [ChapterSource.Cell] = []
  private let lines: [String]
  private let isComment: [Bool]
  private let path: String
  private let first: Int

  init(_ text: String, _ path: String, from first: Int) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let inside = linesInsideSomething(text, count: lines.count)
    isComment = lines.indices.map { i in
      !inside[i] && lines[i].hasPrefix("//") && !lines[i].hasPrefix("///")
    }
    (self.lines, self.path, self.first) = (lines, path, first)
  }

  mutating func run() throws {
    var (i, code) = (0, [Int]())
    while i < lines.count {
      let end = isComment[i...].firstIndex(of: false) ?? lines.count
      let isBlock = end > i && isBlank(i - 1) && isBlank(end)
      if isBlock, Annotation.begins(lines[i]) {
        try add(slide: i..<end)
        // The page has neither the block nor the empty line below it.
        i = end + 1
      } else if isBlock {
        try requireNoSlide(in: i..<end)
        add(code: code)
        add(prose: lines[i..<end].map { String($0.dropFirst($0.hasPrefix("// ") ? 3 : 2)) })
        (i, code) = (end, [])
      } else {
        let next = max(end, i + 1)
        try requireNoSlide(in: i..<next)
        code += i..<next
        i = next
      }
    }
    add(code: code)
  }

  /// Adds a slide to the cell in which its block stands.
  private mutating func add(slide range: Range<Int>) throws {
    let below = lines[range.upperBound...].drop { $0.allSatisfy(\.isWhitespace) }
      .prefix { !$0.allSatisfy(\.isWhitespace) }
    let slide = try Annotation(
      Array(lines[range]), path: path, line: first + range.lowerBound,
      below: below.joined(separator: "\n"))
    if cells.isEmpty { cells.append(.init(path: path)) }
    cells[cells.count - 1].slides.append(slide)
  }

  private func requireNoSlide(in range: Range<Int>) throws {
    guard let line = range.first(where: { Annotation.begins(lines[$0]) }) else { return }
    throw SentenceError(
      "\(path):\(first + line): a slide is a block of its own, with an empty line above and below, outside of "
        + "braces; this stands in prose or code, and a page would show it")
  }

  private func isBlank(_ i: Int) -> Bool {
    !lines.indices.contains(i) || lines[i].allSatisfy(\.isWhitespace)
  }

  /// Prose begins a new cell; if the last cell has neither code nor slides yet, it becomes that cell's next
  /// paragraph.
  private mutating func add(prose: [String]) {
    let text = prose.joined(separator: "\n")
    if let last = cells.last, last.code.isEmpty, last.slides.isEmpty {
      cells[cells.count - 1].prose += "\n\n" + text
    } else {
      cells.append(.init(prose: text, path: path))
    }
  }

  private mutating func add(code: [Int]) {
    guard let begin = code.firstIndex(where: { !isBlank($0) }),
      let end = code.lastIndex(where: { !isBlank($0) })
    else { return }
    if cells.isEmpty { cells.append(.init(path: path)) }
    cells[cells.count - 1].code = code[begin...end].map { lines[$0] }.joined(separator: "\n")
    cells[cells.count - 1].line = first + code[begin]
  }
}

/// Whether each line begins inside braces, a string or a block comment.
private func linesInsideSomething(_ source: String, count: Int) -> [Bool] {
  var inside = [Bool](repeating: false, count: count)
  var (line, depth) = (0, 0)
  for token in Lexer.tokens(source) {
    if token.kind == .opening { depth += 1 }
    if token.kind == .closing { depth -= 1 }
    for character in token.text where character == "\n" {
      line += 1
      inside[line] = depth > 0 || token.kind == .string || token.kind == .comment
    }
  }
  return inside
}
