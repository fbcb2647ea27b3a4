import Plots

/// A line chart in twelve lines of characters, each line of it with a letter or sign of its own.
///
/// `nil` in a window that is too narrow for one.
func sketch(_ chart: LineOutline, _ terminal: Terminal) -> String? {
  let columns = min(terminal.width, readableWidth)
  guard columns >= 40 else { return nil }
  return LineSketch(chart, columns: columns, isUnicode: terminal.isUnicode).text
}

private struct LineSketch {
  private let chart: LineOutline
  private let columns: Int
  private let isUnicode: Bool
  private let yTicks: [LineOutline.Tick]
  private let legend: [String]
  /// How many columns the numbers beside the vertical axis take, and the lines.
  private let numbers, width: Int

  /// Without title and the two rows of the horizontal axis.
  private static let rows = 9

  init(_ chart: LineOutline, columns: Int, isUnicode: Bool) {
    (self.chart, self.columns, self.isUnicode) = (chart, columns, isUnicode)
    yTicks = chart.yTicks.map { ($0.position, typed($0.label, isUnicode: isUnicode)) }
    let heights = chart.names.indices.map { line in
      chart.heights(of: line, columns: 100).last { $0 != nil } ?? nil
    }
    // From the line that ends highest to the lowest, as they stand beside it.
    let order = chart.names.indices.sorted { (heights[$0] ?? -1, $1) > (heights[$1] ?? -1, $0) }
    let names = order.map { line in
      "\(mark(line)) \(chart.names[line])"
        + (chart.isDiverged(line) ? " (diverged)" : "")
    }
    let room = columns / 2 - 4
    let kept = names.prefix(names.count > Self.rows ? Self.rows - 1 : Self.rows)
    legend =
      kept.map { $0.fitting(room) }
      + (kept.count < names.count ? ["and \(names.count - kept.count) more"] : [])
    numbers = yTicks.map(\.label.displayWidth).max() ?? 0
    // The label of the horizontal axis stands below the legend, behind the last number.
    let beside = (legend + [" " + chart.xLabel.fitting(room)]).map(\.displayWidth).max()!
    width = columns - numbers - 4 - beside
  }

  var text: String {
    let title = [chart.title, chart.yLabel].filter { !$0.isEmpty }
      .joined(separator: isUnicode ? " · " : ": ")
    let beside = Dictionary(yTicks.map { (row(at: $0.position), $0.label) }) { first, _ in first }
    let plot = cells.enumerated().map { row, cells in
      let label = (beside[row] ?? "").padded(to: numbers, .right)
      let side = beside[row] == nil ? (isUnicode ? "│" : "|") : (isUnicode ? "┤" : "+")
      let name = row < legend.count ? "  " + legend[row] : ""
      return "\(label) \(side)\(String(cells))\(name)".trimmingTrailingSpaces
    }
    return ([title.fitting(columns)] + plot + axis).joined(separator: "\n")
  }

  private func row(at height: Double) -> Int {
    Int(((1 - height) * Double(Self.rows - 1)).rounded())
  }

  /// The signs of the lines; where several pass, they take turns from column to column.
  private var cells: [[Character]] {
    let lines = chart.names.indices.map {
      chart.heights(of: $0, columns: width)
    }
    var cells = [[Character]](repeating: .init(repeating: " ", count: width), count: Self.rows)
    for column in 0..<width {
      let here = lines.indices.compactMap { line in
        lines[line][column].map { (row: row(at: $0), line: line) }
      }
      for (row, same) in Dictionary(grouping: here, by: \.row) {
        cells[row][column] = mark(same[column % same.count].line)
      }
    }
    return cells
  }

  /// The horizontal axis, and below it its numbers and its label.
  private var axis: [String] {
    var line = [Character](repeating: isUnicode ? "─" : "-", count: width)
    var below = ""
    for tick in chart.xTicks {
      let column = Int((tick.position * Double(width - 1)).rounded())
      guard line.indices.contains(column) else { continue }
      let label = typed(tick.label, isUnicode: isUnicode)
      let start = max(0, column - label.displayWidth / 2)
      // A number that would touch the one before is left out, with its tick.
      guard below.isEmpty || start > below.displayWidth else { continue }
      line[column] = isUnicode ? "┬" : "+"
      below = below.padded(to: start) + label
    }
    let margin = String(repeating: " ", count: numbers + 1)
    let label = chart.xLabel.isEmpty ? "" : "  " + chart.xLabel
    return [
      margin + (isUnicode ? "└" : "+") + String(line),
      (margin + " " + below + label).fitting(columns).trimmingTrailingSpaces,
    ]
  }
}

/// The sign of a line; after so many they repeat.
private func mark(_ line: Int) -> Character {
  let signs = Array("ox+*#@%&=~")
  return signs[line % signs.count]
}
