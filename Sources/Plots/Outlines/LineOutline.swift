/// A line chart as ticks, names, and the height of each line in each of some columns.
package struct LineOutline: Sendable {
  /// A labeled position on an axis, from 0 to 1.
  package typealias Tick = (position: Double, label: String)

  package let title: String
  /// The labels of the axes.
  package let xLabel, yLabel: String
  package let names: [String]
  package let xTicks, yTicks: [Tick]
  private let lines: [[Point]]
  private let x, y: Scale

  init(_ chart: LineChart) {
    (title, xLabel, yLabel) = (chart.title, chart.x.label, chart.y.label)
    (names, lines) = (chart.lines.map(\.name), chart.lines.map(\.points))
    x = Scale(chart.x, lines.joined().map(\.x), about: 6, tight: true)
    y = Scale(chart.y, lines.joined().map(\.y), about: 4)
    (xTicks, yTicks) = (
      x.ticks.map { ($0.position, $0.label) }, y.ticks.map { ($0.position, $0.label) }
    )
  }

  /// The height of a line in each column, from 0 to 1, where the chart has it; between points it is
  /// interpolated, and the mean of several in one column.
  package func heights(of line: Int, columns: Int) -> [Double?] {
    var between = [Double?](repeating: nil, count: columns)
    var found = [[Double]](repeating: [], count: columns)
    var before: (at: Double, up: Double)?
    for point in lines[line] {
      guard let across = x(point.x), let up = y(point.y), (-1...2).contains(across) else {
        before = nil
        continue
      }
      let at = across * Double(columns - 1)
      let column = Int(at.rounded())
      if found.indices.contains(column) { found[column].append(up) }
      if let before {
        for each in found.indices where Double(each) > before.at && Double(each) < at {
          let share = (Double(each) - before.at) / (at - before.at)
          between[each] = before.up + share * (up - before.up)
        }
      }
      before = (at, up)
    }
    return zip(found, between).map { ups, other in
      let up = ups.isEmpty ? other : ups.reduce(0, +) / Double(ups.count)
      return up.flatMap { (0...1).contains($0) ? $0 : nil }
    }
  }

  /// Whether the last value of a line is infinite or NaN.
  package func isDiverged(_ line: Int) -> Bool { lines[line].last.map { !$0.y.isFinite } ?? false }
}
