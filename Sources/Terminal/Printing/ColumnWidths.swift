/// How wide the columns of a table are in a window that may be too narrow for all of them.
///
/// Headings are wrapped first, then the widest cells. No column becomes narrower than its longest word: in
/// a window too narrow even for that, lines are longer than it.
struct ColumnWidths {
  private(set) var widths: [Int]

  init(_ header: [String], _ rows: [[String]], fitting columns: Int) {
    let longest = header.indices.map { column in
      rows.map { $0[column].displayWidth }.max() ?? 0
    }
    func longestWord(_ text: String) -> Int {
      unbreakable(text).map(\.displayWidth).max() ?? 0
    }
    let titles = header.map(longestWord)
    let words = header.indices.map { column in
      rows.map { longestWord($0[column]) }.reduce(titles[column], max)
    }
    widths = zip(header, longest).map { max($0.displayWidth, $1) }
    shrink(to: columns, least: zip(titles, longest).map { max($0, $1) })
    shrink(to: columns, least: words)
  }

  /// Makes the widest column narrower, again and again, until all fit or none may become narrower.
  private mutating func shrink(to columns: Int, least: [Int]) {
    while widths.reduce(2 * (widths.count - 1), +) > columns {
      let wide = widths.indices.filter { widths[$0] > least[$0] }
      guard let widest = wide.max(by: { widths[$0] < widths[$1] }) else { return }
      widths[widest] -= 1
    }
  }
}

/// The text of a cell in lines of at most `columns`, unless a word is longer.
func lines(ofCell text: String, to columns: Int) -> [String] {
  text.displayWidth <= columns ? [text] : filled(unbreakable(text), to: columns)
}
