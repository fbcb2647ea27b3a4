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
  ///   - label: the text at its end; `nil` for the value with its unit.
  ///   - color: its color.
  public mutating func bar(
    _ name: String, _ value: Double, label: String? = nil, color: Color = .blue
  ) {
    let written = label ?? brief(value) + (unit.isEmpty || !value.isFinite ? "" : " \(unit)")
    bars.append(Bar(name: name, value: value, label: written, color: color))
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

/// The positions of the bars, names and labels of a bar chart, in points.
private struct BarLayout {
  let width: Double
  let heading: Heading

  /// Where the names end.
  let left: Double
  /// Where bars start: the position of the value zero.
  let zero: Double
  private let nameWidth: Double
  private let labelWidth: Double

  /// The greatest absolute value, and the length of its bar in points.
  ///
  /// Values are divided by it first, so that differences cannot overflow.
  private let greatest: Double
  private let longest: Double

  private static let row = 26.0

  var top: Double { heading.height + 10 }

  init(_ chart: BarChart, width: Double) {
    self.width = width
    nameWidth = widest(chart.bars.map(\.name), atMost: width * 0.35)
    labelWidth = width * 0.25
    left = 24 + nameWidth
    heading = Heading(chart.title, left: left, width: width)

    let values = chart.bars.map(\.value).filter(\.isFinite)
    let greatest = values.map(abs).max() ?? 0
    self.greatest = greatest > 0 ? greatest : 1
    let high = max(0, values.max() ?? 0) / self.greatest
    let low = min(0, values.min() ?? 0) / self.greatest
    // Labels are at the ends of bars, on the left only for bars that extend to the left.
    let leftward = chart.bars.filter(\.isLeftward), rightward = chart.bars.filter { !$0.isLeftward }
    let before = leftward.isEmpty ? 0 : widest(leftward.map(\.label), atMost: labelWidth) + 12
    let after = rightward.isEmpty ? 0 : widest(rightward.map(\.label), atMost: labelWidth) + 12
    longest = high > low ? (width - left - before - after - 12) / (high - low) : 0
    zero = left + before - low * longest
  }

  func height(of count: Int) -> Double { top + Self.row * Double(max(1, count)) + 6 }

  /// A bar with its name on the left and its label at its end.
  func marks(_ bar: BarChart.Bar, row: Int, color: Color) -> [Mark] {
    let y = top + Self.row * Double(row), base = y + 13
    let name = Font.label.shortened(bar.name, to: nameWidth)
    let label = Font.label.shortened(bar.label, to: labelWidth)
    // A bar other than zero is at least a point long, so that it is visible.
    let length =
      bar.value.isFinite && bar.value != 0
      ? max(1, abs(bar.value) / greatest * longest) : 0
    var marks: [Mark] = [.text(name, Point(left - 8, base), .ink, .label, anchor: .end)]
    if length > 0 {
      marks.append(
        .box(
          x: bar.isLeftward ? zero - length : zero, y: y, width: length, height: Self.row - 8,
          color, radius: min(2, length / 2)))
    }
    marks.append(
      bar.isLeftward
        ? .text(label, Point(zero - length - 7, base), .muted, .label, anchor: .end)
        : .text(label, Point(zero + length + 7, base), .muted, .label))
    return marks
  }
}

extension BarChart.Bar {
  fileprivate var isLeftward: Bool { value.isFinite && value < 0 }
}

private func widest(_ texts: [String], atMost most: Double) -> Double {
  min(texts.map(Font.label.width).max() ?? 0, most)
}
