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
      blocks += try Weaving.blocks(ofProse: cell.prose, read: read)
      if !cell.code.isEmpty { blocks.append(.code(cell.code)) }
      blocks += printed?.cells[number] ?? []
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
    var isTable = false
    for line in printed.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.first == "\u{1E}" else {
        text.append(line)
        continue
      }
      close(isTable)
      let fields = line.dropFirst().split(separator: "\t", omittingEmptySubsequences: false)
      isTable = fields[0] == "table"
      if fields[0] == "cell" { cell = Int(fields[1])! }
      if fields[0] == "figure" {
        figures.append(String(fields[1]))
        cells[cell, default: []].append(
          .figure(
            path: folder + "/" + fields[1], title: String(fields[2]), caption: String(fields[3])))
      }
    }
    close(isTable)
  }

  private mutating func close(_ isTable: Bool) {
    let joined = text.joined(separator: "\n").trimmingNewlines
    text = []
    if !joined.isEmpty {
      cells[cell, default: []].append(isTable ? .table(joined) : .output(joined))
    }
  }
}
