import Sentences

/// A chapter's source, divided into cells: prose, then the code that follows it.
///
/// Prose is a block of `//` lines outside all braces, with an empty line or an end of the file above and
/// below. Any other comment belongs to the code. A cell that calls a part of the chapter (see `Part`) is
/// followed by the cells of that part.
package struct ChapterSource: Sendable {
  package struct Cell: Equatable, Sendable {
    package var prose = ""
    package var code = ""
    /// The file, from the top of the repository.
    package var path = ""
    /// The line of the file, counted from 1, on which the code begins.
    package var line = 1
    /// Whether the code is the call of a part, which the page shows instead.
    package var isCall = false
    /// The slides whose blocks stand in the cell; no page shows them.
    package var slides: [Annotation] = []
  }

  package private(set) var cells: [Cell] = []
  /// The text of `main.swift` and of each part, by path.
  private let texts: [String: String]

  /// - Parameters:
  ///   - source: the text of `main.swift`.
  ///   - path: where it lies, from the top of the repository.
  ///   - parts: the texts of all parts of the chapter, by path.
  /// - Throws: `SentenceError` with file and line, if parts and their calls do not match.
  package init(_ source: String, path: String = "main.swift", parts: [String: String] = [:]) throws
  {
    texts = parts.merging([path: source]) { $1 }
    var unused = Set(parts.keys)
    for cell in try readCells(source, path) {
      guard let name = try cell.partName() else {
        cells.append(cell)
        continue
      }
      let place = "\(path):\(cell.line)"
      guard let text = parts[name] else {
        throw SentenceError("\(place): the part \(name) is not among the chapter's files")
      }
      guard unused.remove(name) != nil else {
        throw SentenceError("\(place): the part \(name) is called twice; a page shows it once")
      }
      let part = try Part(text, path: name)
      try part.requireCall(cell, at: place)
      var call = cell
      call.prose = cell.proseWithoutPart
      call.isCall = true
      // Slides below the call follow those of the part.
      let below = cell.slides.filter { $0.line > cell.line }
      call.slides.removeLast(below.count)
      cells += [call] + part.cells
      if !below.isEmpty { cells.append(Cell(path: path, slides: below)) }
    }
    if let path = unused.sorted().first {
      throw SentenceError(
        "\(path): no cell of main.swift calls this part; a paragraph `// part: \(path)` and the call below it do"
      )
    }
  }

  /// The same files with a call of `Woven.cell` before each cell, by path.
  ///
  /// The call is put on the empty line above the cell, so that every line keeps its number and the
  /// compiler's messages about the copy apply to the original.
  package var marked: [String: String] {
    var lines = texts.mapValues {
      $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    for (number, cell) in cells.enumerated() where !cell.code.isEmpty {
      let mark = "Woven.cell(\(number))"
      let above = cell.line - 2
      if above >= 0, lines[cell.path]![above].allSatisfy(\.isWhitespace) {
        lines[cell.path]![above] = mark
      } else {
        lines[cell.path]![cell.line - 1] = mark + "; " + lines[cell.path]![cell.line - 1]
      }
    }
    return lines.mapValues { $0.joined(separator: "\n") }
  }
}

extension Repository {
  /// The source of a chapter: `main.swift` and the files in its folder `Parts`.
  package func source(of chapter: Int) throws -> ChapterSource {
    let folder = "Chapters/Chapter\(chapter)"
    let parts = exists("\(folder)/Parts") ? try files(in: "\(folder)/Parts") : []
    let texts = try parts.filter { $0.hasSuffix(".swift") }.map { ($0, try text($0)) }
    let path = "\(folder)/main.swift"
    return try ChapterSource(
      try text(path), path: path, parts: Dictionary(uniqueKeysWithValues: texts))
  }
}
