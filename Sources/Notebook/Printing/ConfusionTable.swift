import Autograd

/// What was answered for images of each class: counts `[C, C]`, a row for each true class.
///
/// The diagonal is what was answered rightly and is printed plain; mistakes stand out, and the
/// commonest are put into words.
public struct ConfusionTable: Sendable {
  private let counts: [[Int]]
  private let names: [String]

  /// - Parameters:
  ///   - counts: how often the class of the row was answered with the class of the column
  ///   - names: of the classes, in order
  public init(counts: [[Int]], names: [String]) {
    require(
      counts.count == names.count && counts.allSatisfy { $0.count == names.count },
      "ConfusionTable: counts has \(counts.count) rows of \(counts.map(\.count)), "
        + "and there are \(names.count) names; it must be square, with a name for each row")
    (self.counts, self.names) = (counts, names)
  }

  /// The table, and below it the commonest mistakes.
  func text(_ terminal: Terminal) -> String {
    let table = table(columns: terminal.width, isUnicode: terminal.isUnicode)
    return ([table.text(terminal)] + commonestMistakes(3)).joined(separator: "\n")
  }

  /// Both as Markdown.
  public var markdown: String {
    let table = table(columns: .max, isUnicode: true)
    return ([table.markdown, ""] + commonestMistakes(3)).joined(separator: "\n")
  }

  /// The commonest mistakes alone, a sentence a line.
  var mistakes: String { commonestMistakes(3).joined(separator: "\n") }

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

  /// The names of the classes, or, over columns that would not fit, their numbers.
  private func headings(columns: Int) -> (rows: [String], columns: [String]) {
    let longest = names.map(\.displayWidth).max() ?? 0
    let needed = names.reduce(max(16, longest)) { $0 + 2 + max($1.displayWidth, 4) }
    if needed <= columns { return (names, names) }
    return (names.enumerated().map { "\($0) \($1)" }, names.indices.map { "\($0)" })
  }

  private func commonestMistakes(_ most: Int) -> [String] {
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
