/// Line charts side by side under one sentence, such as a cost against three sizes.
public struct ChartRow: Sendable {
  private let title: String
  private let charts: [LineChart]
  private let notes: [String]

  /// - Parameters:
  ///   - title: the sentence above them.
  ///   - charts: from left to right.
  ///   - notes: what stands below them, such as where the numbers are from.
  public init(_ title: String, _ charts: [LineChart], notes: [String] = []) {
    (self.title, self.charts, self.notes) = (title, charts, notes)
  }

  /// The charts as a picture of `width` by `height` points; on a phone they stand below each other.
  public func picture(width: Double = 700, height: Double = 290) -> Picture {
    var picture = picture(width: width, height: height, columns: max(1, charts.count))
    picture.phone = {
      self.picture(
        width: Picture.phoneWidth, height: 230 * Double(charts.count) + 120, columns: 1
      ).onPhone()
    }
    return picture
  }

  private func picture(width: Double, height: Double, columns: Int) -> Picture {
    let heading = Heading(title, left: 12, width: width)
    let lines = notes.flatMap { Font.label.wrapped($0, to: width - 24, atMost: 4) }
    let noteHeight = lines.isEmpty ? 0 : 10 + Self.noteLine * Double(lines.count)
    let rows = max(1, (charts.count + columns - 1) / columns)
    let top = heading.height + 8
    let across = width / Double(columns)
    let down = (height - top - noteHeight) / Double(rows)
    let panels = charts.map { $0.picture(width: across, height: down) }

    var marks = heading.marks
    var y = top
    for row in 0..<rows {
      let inRow = panels[row * columns..<min(panels.count, (row + 1) * columns)]
      for (column, panel) in inRow.enumerated() {
        marks += panel.marks.map { $0.moved(across * Double(column), y) }
      }
      y += inRow.map(\.height).max() ?? 0
    }
    marks += lines.enumerated().map { index, line in
      .text(line, Point(12, y + 14 + Self.noteLine * Double(index)), .muted, .label)
    }
    var picture = Picture(
      width: width, height: y + noteHeight, title: title,
      description: (panels.map { "\($0.title). \($0.description)" } + notes)
        .joined(separator: " "))
    picture.marks = marks
    return picture
  }

  private static let noteLine = 15.0
}
