/// Where the bars, names and labels of a bar chart lie on the page.
struct BarLayout {
  let width: Double
  let heading: Heading

  /// Where the names end and the bars may begin.
  let left: Double

  /// Where a bar of value zero would be.
  let zero: Double

  private let nameWidth: Double
  private let labelWidth: Double

  /// The greatest of all values, and how many points its bar is long.
  ///
  /// Values are divided by it first, so that the largest of numbers do not overflow.
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
    // Labels stand beyond the ends of bars, on the left only if there are bars to the left.
    let leftward = chart.bars.filter(\.isLeftward), rightward = chart.bars.filter { !$0.isLeftward }
    let before = leftward.isEmpty ? 0 : widest(leftward.map(\.label), atMost: labelWidth) + 12
    let after = rightward.isEmpty ? 0 : widest(rightward.map(\.label), atMost: labelWidth) + 12
    longest = high > low ? (width - left - before - after - 12) / (high - low) : 0
    zero = left + before - low * longest
  }

  func height(of count: Int) -> Double { top + Self.row * Double(max(1, count)) + 6 }

  /// A bar with its name before it and its label beyond its end.
  func marks(_ bar: BarChart.Bar, row: Int, color: Color) -> [Mark] {
    let y = top + Self.row * Double(row), base = y + 13
    let name = Font.label.shortened(bar.name, to: nameWidth)
    let label = Font.label.shortened(bar.label, to: labelWidth)
    // A value other than zero can be seen, however small it is.
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
