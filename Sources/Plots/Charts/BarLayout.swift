/// The positions of the bars, names and labels of a bar chart, in points.
struct BarLayout {
  let heading: Heading
  let width: Double

  /// Where the names end, or, where they stand above their bars, begin.
  let left: Double
  /// Where bars start: the position of the value zero.
  let zero: Double
  private let nameWidth: Double
  private let labelWidth: Double
  /// Whether names stand above their bars, for want of room beside them.
  private let isStacked: Bool

  /// The greatest absolute value, and the length of its bar in points.
  ///
  /// Values are divided by it first, so that differences cannot overflow.
  private let greatest: Double
  private let longest: Double

  private static let thickness = 18.0
  private var row: Double { isStacked ? 42 : 26 }

  var top: Double { heading.height + 10 }

  init(_ chart: BarChart, width: Double) {
    self.width = width
    let names = widest(chart.bars.map(\.name), atMost: width)
    isStacked = width <= Picture.phoneWidth && names > width * 0.2
    nameWidth = isStacked ? width - 28 : min(names, width * 0.35)
    labelWidth = width * (isStacked ? 0.4 : 0.25)
    left = isStacked ? 14 : 24 + nameWidth
    heading = Heading(chart.title, left: left, width: width)

    let values = chart.bars.flatMap(\.ends).filter(\.isFinite)
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

  func height(of count: Int) -> Double { top + row * Double(max(1, count)) + 6 }

  /// A bar with its name on the left or above it, and its label at its end.
  func marks(_ bar: BarChart.Bar, row index: Int, color: Color) -> [Mark] {
    let start = top + row * Double(index), y = start + (isStacked ? 17 : 0), base = y + 13
    let name = Font.label.shortened(bar.name, to: nameWidth)
    let label = Font.label.shortened(bar.label, to: labelWidth)
    var marks: [Mark] = [
      isStacked
        ? .text(name, Point(left, start + 12), .ink, .label)
        : .text(name, Point(left - 8, base), .ink, .label, anchor: .end)
    ]
    // A bar other than zero is at least a point long, so that it is visible.
    let length = bar.value.isFinite && bar.value != 0 ? max(1, abs(place(bar.value) - zero)) : 0
    if length > 0 {
      marks.append(
        .box(
          x: bar.isLeftward ? zero - length : zero, y: y, width: length, height: Self.thickness,
          color, radius: min(2, length / 2)))
    }
    let ends = bar.ends.filter(\.isFinite).map(place) + [zero]
    marks += whisker(bar.spread, y: y + Self.thickness / 2)
    marks.append(
      bar.isLeftward
        ? .text(label, Point(ends.min()! - 7, base), .muted, .label, anchor: .end)
        : .text(label, Point(ends.max()! + 7, base), .muted, .label))
    return marks
  }

  private func place(_ value: Double) -> Double { zero + value / greatest * longest }

  /// A line from the least to the greatest value, with a stroke at either end.
  private func whisker(_ spread: ClosedRange<Double>?, y: Double) -> [Mark] {
    guard let spread, spread.lowerBound.isFinite, spread.upperBound.isFinite else { return [] }
    let (low, high) = (place(spread.lowerBound), place(spread.upperBound))
    let strokes = [low, high].map { x in [Point(x, y - 4), Point(x, y + 4)] }
    return ([[Point(low, y), Point(high, y)]] + strokes).map { .line($0, .ink, width: 1.25) }
  }
}

extension BarChart.Bar {
  fileprivate var isLeftward: Bool { value.isFinite && value < 0 }

  /// Its value and the ends of its whisker.
  fileprivate var ends: [Double] {
    [value] + (spread.map { [$0.lowerBound, $0.upperBound] } ?? [])
  }
}

private func widest(_ texts: [String], atMost most: Double) -> Double {
  min(texts.map(Font.label.width).max() ?? 0, most)
}
