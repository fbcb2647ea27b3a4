/// A chart of horizontal bars: parameters by stage, accuracy by class.
///
/// Bars of negative values extend to the left. A value that is infinite or NaN has no bar, only a
/// label.
public struct BarChart: Sendable {
  let title: String
  let unit: String
  var bars: [Bar] = []

  struct Bar: Sendable {
    let name: String
    let value: Double
    /// The least and the greatest of what several runs gave; `nil` for one.
    let spread: ClosedRange<Double>?
    let label: String
    let color: Color
  }

  /// A chart without bars.
  ///
  /// - Parameter unit: what is written after the value of each bar.
  public init(_ title: String, unit: String = "") { (self.title, self.unit) = (title, unit) }

  /// Adds a bar.
  ///
  /// - Parameters:
  ///   - value: its length, in `unit`.
  ///   - spread: the least and the greatest value of several runs, which a whisker shows.
  ///   - label: the text at its end; `nil` for the value with its unit.
  ///   - color: its color.
  public mutating func bar(
    _ name: String, _ value: Double, spread: ClosedRange<Double>? = nil, label: String? = nil,
    color: Color = .blue
  ) {
    let written = label ?? brief(value) + (unit.isEmpty || !value.isFinite ? "" : " \(unit)")
    bars.append(Bar(name: name, value: value, spread: spread, label: written, color: color))
  }
}

extension BarChart {
  /// The chart as a picture, `width` points wide, at least 240; its height depends on the number of bars.
  public func picture(width: Double = 560) -> Picture {
    let layout = BarLayout(self, width: clamped(width, 240))
    let spoken = bars.map { "\($0.name): \($0.label)." }.joined(separator: " ")
    var picture = Picture(
      width: layout.width, height: layout.height(of: bars.count), title: title,
      description: bars.isEmpty ? "Bar chart without bars." : "Bar chart. \(spoken)")
    picture.outline = .bars(BarOutline(self))
    picture.phone = { self.picture(width: Picture.phoneWidth).onPhone() }
    picture.marks = layout.heading.marks
    for (index, bar) in bars.enumerated() {
      picture.marks += layout.marks(bar, row: index, color: bar.color)
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
