/// A chapter's `main.swift`, divided into cells: prose, then the code that follows it.
///
/// Prose is a block of unindented `//` lines outside all braces, with an empty line or an end of the
/// file above and below. Any other comment belongs to the code.
package struct ChapterSource: Sendable {
  package struct Cell: Equatable, Sendable {
    package var prose = ""
    package var code = ""
    /// The line of `main.swift`, counted from 1, on which the code begins.
    package var line = 1
  }

  package private(set) var cells: [Cell] = []
  private let lines: [String]

  package init(_ source: String) {
    lines = source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let inside = linesInsideSomething(source, count: lines.count)
    let isComment = lines.indices.map { i in
      !inside[i] && lines[i].hasPrefix("//") && !lines[i].hasPrefix("///")
    }
    var (i, code) = (0, 0..<0)
    while i < lines.count {
      let end = isComment[i...].firstIndex(of: false) ?? lines.count
      if end > i, isBlank(i - 1), isBlank(end) {
        add(code: code)
        add(prose: lines[i..<end].map { String($0.dropFirst($0.hasPrefix("// ") ? 3 : 2)) })
        code = end..<end
      }
      i = max(end, i + 1)
      code = code.lowerBound..<i
    }
    add(code: code)
  }

  private func isBlank(_ i: Int) -> Bool {
    !lines.indices.contains(i) || lines[i].allSatisfy(\.isWhitespace)
  }

  /// Prose begins a new cell; if the last cell has no code yet, it becomes that cell's next paragraph.
  private mutating func add(prose: [String]) {
    let text = prose.joined(separator: "\n")
    if let last = cells.last, last.code.isEmpty {
      cells[cells.count - 1].prose += "\n\n" + text
    } else {
      cells.append(Cell(prose: text))
    }
  }

  private mutating func add(code range: Range<Int>) {
    guard let first = range.first(where: { !isBlank($0) }),
      let last = range.last(where: { !isBlank($0) })
    else { return }
    if cells.isEmpty { cells.append(Cell()) }
    cells[cells.count - 1].code = lines[first...last].joined(separator: "\n")
    cells[cells.count - 1].line = first + 1
  }
}

extension ChapterSource {
  /// The same program with a call of `Woven.cell` before each cell.
  ///
  /// The call is put on the empty line above the cell, so that every line keeps its number and the
  /// compiler's messages about the copy apply to the original.
  package var marked: String {
    var lines = lines
    for (number, cell) in cells.enumerated() where !cell.code.isEmpty {
      if cell.line > 1 {
        lines[cell.line - 2] = "Woven.cell(\(number))"
      } else {
        lines[0] = "Woven.cell(\(number)); " + lines[0]
      }
    }
    return lines.joined(separator: "\n")
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
