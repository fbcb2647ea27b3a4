/// Lying bars, one for each name: parameters by stage, accuracy by class.
///
/// Bars below zero go to the left. A value that is infinite or not a number has no bar, and says
/// so in its label.
public struct BarChart: Sendable {
  public var title: String

  /// Written after the value of each bar.
  public var unit: String

  /// The colours of bars by name, so that a name keeps its colour in every figure of a chapter.
  public var colors: [String: Color]

  var bars: [Bar] = []

  struct Bar: Sendable {
    let name: String
    let value: Double
    let label: String
    let color: Color?
  }

  public init(_ title: String, unit: String = "", colors: [String: Color] = [:]) {
    (self.title, self.unit, self.colors) = (title, unit, colors)
  }

  /// A bar as long as `value`, which is written at its end unless `label` says something else.
  ///
  /// - Parameter color: goes before the chart's `colors`; without either, blue.
  public mutating func bar(
    _ name: String, _ value: Double, label: String? = nil, color: Color? = nil
  ) {
    let written = label ?? brief(value) + (unit.isEmpty || !value.isFinite ? "" : " \(unit)")
    bars.append(Bar(name: name, value: value, label: written, color: color))
  }
}

extension BarChart {
  /// The chart, drawn `width` points wide, but not less than 240; the bars decide its height.
  public func picture(width: Double = 560) -> Picture {
    let layout = BarLayout(self, width: clamped(width, 240))
    let spoken = bars.map { "\($0.name): \($0.label)." }.joined(separator: " ")
    var picture = Picture(
      width: layout.width, height: layout.height(of: bars.count), title: title,
      description: bars.isEmpty ? "Bar chart without bars." : "Bar chart. \(spoken)")
    picture.marks = layout.heading.marks
    for (index, bar) in bars.enumerated() {
      picture.marks += layout.marks(bar, row: index, color: bar.color ?? colors[bar.name] ?? .blue)
    }
    if layout.zero > layout.left {
      let top = layout.top - 2, end = picture.height - 10
      picture.marks.append(.line([Point(layout.zero, top), Point(layout.zero, end)], .rule))
    }
    if bars.isEmpty {
      picture.marks.append(.text("no values to draw", Point(16, layout.top + 16), .muted, .label))
    }
    return picture
  }
}
