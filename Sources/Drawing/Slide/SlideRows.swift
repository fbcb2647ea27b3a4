import Plots

/// The operations of a net in rows, which are read like lines of text.
struct SlideRows {
  struct Item {
    let cell: Int
    let x: Double
    let width: Double
    /// Whether it stands directly behind the one before, without an arrow.
    let isTight: Bool
  }

  /// A unit that stands for several, and what says so.
  struct Repeat {
    let left: Double
    let right: Double
    let text: String
    let textX: Double
  }

  struct Row {
    /// The section, in its first row.
    var section: Section?
    var items: [Item] = []
    var repeats: [Repeat] = []
    /// How many shortcuts run above each other.
    var lanes = 0
    var end: Double { items.last.map { $0.x + $0.width } ?? 0 }
  }

  private(set) var rows: [Row] = []
  /// Whether every unit has found room in one row.
  private(set) var fits = true
  let left: Double
  let right: Double

  static let arrow = 15.0
  private static let fork = 19.0

  /// - Parameter isFolded: whether units that are alike are drawn once.
  init(
    _ chart: Flowchart, _ labels: SlideLabels, left: Double, right: Double, isFolded: Bool
  ) {
    (self.left, self.right) = (left, right)
    let forks = Set(chart.shortcutsAlongMainPath.map(\.fork))
    // The input stands before what follows it.
    var sections = chart.sections
    var pending: [Unit] = []
    if sections.count > 1 { pending = sections.removeFirst().units }
    for section in sections {
      rows.append(Row(section: section))
      let units = pending + (isFolded ? chart.folded(section.units) : section.units)
      pending = []
      for unit in units { add(unit, chart, labels, forks) }
    }
    for row in rows.indices { rows[row].lanes = lanes(row, chart) }
  }

  private mutating func add(
    _ unit: Unit, _ chart: Flowchart, _ labels: SlideLabels, _ forks: Set<Int>
  ) {
    let words = labels.words
    let note =
      unit.repeats == 1
      ? nil
      : unit.isBlock && !unit.skips.isEmpty
        ? words(.blocksAlike, "\(unit.repeats)") : words(.layersAlike, "\(unit.repeats)")
    let noteWidth = note.map { 8 + Font(labels.sizes.note).width(of: $0) + 8 } ?? 0
    for isNewRow in [false, true] {
      var row = rows[rows.count - 1]
      if isNewRow {
        if row.items.isEmpty { break }
        row = Row()
      }
      let start = row.items.count
      for cell in unit.cells { append(cell, to: &row, chart, labels, forks) }
      let from = row.items[start].x
      if let note {
        row.repeats.append(
          Repeat(left: from, right: row.end + noteWidth, text: note, textX: row.end + 10))
      }
      if row.end + noteWidth <= right || (isNewRow || rows[rows.count - 1].items.isEmpty) {
        if row.end + noteWidth > right { fits = false }
        if isNewRow { rows.append(row) } else { rows[rows.count - 1] = row }
        return
      }
    }
    fits = false
  }

  private func append(
    _ cell: Int, to row: inout Row, _ chart: Flowchart, _ labels: SlideLabels, _ forks: Set<Int>
  ) {
    let node = chart.first(cell)
    var (x, isTight) = (left, false)
    if let before = row.items.last {
      let kind = chart.first(before.cell).kind
      let isForked = forks.contains(before.cell)
      isTight =
        !isForked && !row.repeats.contains { $0.right > row.end }
        && ((node.kind == .norm && chart.first(before.cell).isWeighted)
          || (node.kind == .activation && (kind == .norm || chart.first(before.cell).isWeighted)))
      let from = max(row.end, row.repeats.last.map { $0.right + 2 } ?? 0)
      x = from + (isTight ? 3 : isForked ? Self.fork : Self.arrow)
    }
    row.items.append(Item(cell: cell, x: x, width: labels.width(cell), isTight: isTight))
  }

  /// The row and the item of a cell.
  func place(_ cell: Int) -> (row: Int, item: Item)? {
    for (number, row) in rows.enumerated() {
      if let item = row.items.first(where: { $0.cell == cell }) { return (number, item) }
    }
    return nil
  }

  private func lanes(_ row: Int, _ chart: Flowchart) -> Int {
    let cells = Set(rows[row].items.map(\.cell))
    let levels = chart.laneLevels
    return chart.shortcutsAlongMainPath.filter { cells.contains($0.addition) }
      .map { levels[$0.addition, default: 0] + 1 }.max() ?? 0
  }
}

extension Flowchart {
  /// For each shortcut, by its addition, how many it runs around.
  var laneLevels: [Int: Int] {
    var levels: [Int: Int] = [:]
    for skip in shortcutsAlongMainPath.reversed() {
      let inside = shortcutsAlongMainPath.filter {
        $0 != skip && $0.fork < skip.addition && skip.fork < $0.addition
          && ($0.addition - $0.fork, $0.addition) < (skip.addition - skip.fork, skip.addition)
      }
      levels[skip.addition] = (inside.compactMap { levels[$0.addition] }.max() ?? -1) + 1
    }
    return levels
  }
}
