extension Page {
  /// A chapter's page, with the output of each cell below its code.
  ///
  /// - Parameters:
  ///   - printed: the output of the marked copy; `nil` for a page without output.
  ///   - read: returns a quoted file's text, given its path from the top of the repository.
  init(_ source: ChapterSource, _ printed: Printed? = nil, read: (String) throws -> String) rethrows
  {
    blocks = []
    for (number, cell) in source.cells.enumerated() {
      for block in try Weaving.blocks(ofProse: cell.prose, read: read) { add(block) }
      let code = cell.shownCode
      if !code.isEmpty { add(.code(code)) }
      for block in printed?.cells[number] ?? [] { add(block) }
    }
  }

  /// Adds a block; prose below prose, such as that of a part below its heading, belongs to the same one.
  private mutating func add(_ block: Block) {
    if case .prose(let more) = block, case .prose(let text)? = blocks.last {
      blocks[blocks.count - 1] = .prose(text + "\n\n" + more)
    } else {
      blocks.append(block)
    }
  }
}

/// The output of a marked copy, by cell.
struct Printed {
  private(set) var cells: [Int: [Page.Block]] = [:]
  /// The file names of the figures, in the order they were drawn.
  private(set) var figures: [String] = []
  private var cell = 0
  private var text: [Substring] = []

  /// - Parameters:
  ///   - printed: standard output, with the records that `Woven` in `Terminal` writes.
  ///   - folder: the folder of the chapter's figures, relative to the page.
  init(_ printed: String, figures folder: String) {
    var kind = Substring()
    for line in printed.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.first == "\u{1E}" else {
        text.append(line)
        continue
      }
      close(kind)
      let fields = line.dropFirst().split(separator: "\t", omittingEmptySubsequences: false)
      kind = fields[0]
      if fields[0] == "cell" { cell = Int(fields[1])! }
      if fields[0] == "figure" {
        figures.append(String(fields[1]))
        cells[cell, default: []].append(
          .figure(
            path: folder + "/" + fields[1], title: String(fields[2]), caption: String(fields[3])))
      }
    }
    close(kind)
  }

  /// Ends the text that follows a record of this kind.
  private mutating func close(_ kind: Substring) {
    let joined = text.joined(separator: "\n").trimmingNewlines
    text = []
    if joined.isEmpty { return }
    let block: Page.Block =
      kind == "table" ? .table(joined) : kind == "ending" ? .ending(joined) : .output(joined)
    cells[cell, default: []].append(block)
  }
}
