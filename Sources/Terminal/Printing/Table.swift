import Sentences

/// Rows and columns, as aligned text or as Markdown.
///
///     var table = Table("layer", "shape", "parameters")
///     table.add("conv1", [6, 28, 28], 156)
///     show(table)
public struct Table: Sendable {
  private let header: [String]
  private var rows: [[Cell]] = []

  /// A table without rows.
  ///
  /// - Parameter header: the names of its columns.
  public init(_ header: String...) { self.init(header: header) }

  package init(header: [String]) {
    self.header = header.map(oneLine)
  }

  /// Adds a row, whose numbers are shown with four significant digits.
  public mutating func add(_ row: Any...) { add(cells: row) }

  /// Adds a row given as an array.
  public mutating func add(cells row: [Any]) {
    add(row.map { Cell(oneLine(shown($0))) })
  }

  package mutating func add(_ row: [Cell]) {
    require(
      row.count == header.count,
      "Table: the row \(row.map(\.text)) has \(row.count) cells; "
        + "the header \(header) wants \(header.count)")
    rows.append(row)
  }

  /// The table as Markdown.
  public var markdown: String {
    let rule = header.indices.map { isRightAligned($0) ? "---:" : "---" }
    let cells = rows.map { $0.map(\.markdown) }
    return ([header.map { Cell($0).markdown }, rule] + cells)
      .map { "| " + $0.joined(separator: " | ") + " |" }
      .joined(separator: "\n")
  }

  /// The table for a terminal: where it would be wider, cells are wrapped between words.
  package func text(_ terminal: Terminal) -> String {
    let widths = ColumnWidths(header, rows.map { $0.map(\.text) }, fitting: terminal.width).widths
    func rowText(_ cells: [Cell]) -> String {
      let texts = zip(cells, widths).map { lines(ofCell: $0.text, to: $1) }
      return (0..<(texts.map(\.count).max() ?? 0)).map { line in
        cells.indices.map { column in
          let text = line < texts[column].count ? texts[column][line] : ""
          let padded = text.padded(to: widths[column], isRightAligned(column) ? .right : .left)
          return cells[column].isEmphasized ? terminal.styled(padded, .bold, .yellow) : padded
        }.joined(separator: "  ").trimmingTrailingSpaces
      }.joined(separator: "\n")
    }
    let rules = widths.map { String(repeating: terminal.isUnicode ? "─" : "-", count: $0) }
    let titles = rowText(header.map { Cell($0) }).split(separator: "\n")
    return
      (titles.map { terminal.styled(String($0), .bold) }
      + [terminal.styled(rules.joined(separator: "  "), .gray)] + rows.map(rowText))
      .joined(separator: "\n")
  }

  /// Numbers are aligned right, so that their digits stand below each other, and words left.
  private func isRightAligned(_ column: Int) -> Bool {
    let cells = rows.map(\.[column].text).filter { !["", "·", "–", "—", "-"].contains($0) }
    return !cells.isEmpty && cells.allSatisfy(isNumber)
  }
}

/// Whether this is a number, perhaps with a percent sign, separators, a colon as in 1:05, or its whole as
/// in 9718 of 10,000.
private func isNumber(_ text: String) -> Bool {
  text.split(separator: " of ", omittingEmptySubsequences: false).allSatisfy { part in
    Double(part.filter { !",:%".contains($0) }) != nil
  }
}

private func oneLine(_ text: String) -> String {
  text.split(whereSeparator: \.isNewline).joined(separator: " ")
}
