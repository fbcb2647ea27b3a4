import Autograd

/// A confusion matrix: counts `[C, C]`, a row for each true class, a column for each prediction.
///
/// Counts off the diagonal, the mistakes, are highlighted, and the most frequent are listed in words.
public struct ConfusionTable: Sendable {
  private let counts: [[Int]]
  private let names: [String]

  /// - Parameters:
  ///   - counts: how often images of the row's class were classified as the column's
  ///   - names: of the classes, in order
  public init(counts: [[Int]], names: [String]) {
    require(
      counts.count == names.count && counts.allSatisfy { $0.count == names.count },
      "ConfusionTable: counts has \(counts.count) rows of \(counts.map(\.count)), "
        + "and there are \(names.count) names; it must be square, with a name for each row")
    (self.counts, self.names) = (counts, names)
  }

  /// The table, and below it the most frequent mistakes.
  func text(_ terminal: Terminal) -> String {
    let table = table(columns: terminal.width, isUnicode: terminal.isUnicode)
    return ([table.text(terminal)] + mostFrequentMistakes(3)).joined(separator: "\n")
  }

  /// Both as Markdown.
  public var markdown: String {
    let table = table(columns: .max, isUnicode: true)
    return ([table.markdown, ""] + mostFrequentMistakes(3)).joined(separator: "\n")
  }

  /// The most frequent mistakes alone, a sentence in each line.
  var mistakes: String { mostFrequentMistakes(3).joined(separator: "\n") }

  private func table(columns: Int, isUnicode: Bool) -> Table {
    let header = headings(columns: columns)
    var table = Table(header: [isUnicode ? "true ↓  answer →" : "true \\ answer"] + header.columns)
    for (row, name) in header.rows.enumerated() {
      table.add(
        [Cell(name)]
          + counts[row].enumerated().map { column, count in
            count == 0
              ? Cell(isUnicode ? "·" : ".") : Cell("\(count)", isEmphasized: row != column)
          })
    }
    return table
  }

  /// The names of the classes, or their numbers where columns of names would not fit.
  private func headings(columns: Int) -> (rows: [String], columns: [String]) {
    let longest = names.map(\.displayWidth).max() ?? 0
    let needed = names.reduce(max(16, longest)) { $0 + 2 + max($1.displayWidth, 4) }
    if needed <= columns { return (names, names) }
    return (names.enumerated().map { "\($0) \($1)" }, names.indices.map { "\($0)" })
  }

  private func mostFrequentMistakes(_ most: Int) -> [String] {
    let mistakes = names.indices.flatMap { row in
      names.indices.filter { $0 != row && counts[row][$0] > 0 }.map { (row, $0) }
    }
    // Equal counts stay in the order of the classes, so that two runs print the same.
    return mistakes.enumerated()
      .sorted { (counts($0.element), -$0.offset) > (counts($1.element), -$1.offset) }
      .prefix(most)
      .map { sentence($0.element) }
  }

  private func sentence(_ place: (Int, Int)) -> String {
    let times = counts(place) == 1 ? "once" : "\(counts(place)) times"
    return "\(names[place.0]) taken for \(names[place.1]): \(times)"
  }

  private func counts(_ place: (Int, Int)) -> Int { counts[place.0][place.1] }
}
