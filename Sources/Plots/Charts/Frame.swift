/// The frame of a line chart: title, axes and grid, and the mapping from values to page coordinates.
struct Frame {
  let width: Double
  let height: Double
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
  private let x: Scale
  private let y: Scale
  private let heading: Heading
  let legend: Legend

  init(_ chart: LineChart, width: Double, height: Double) {
    let points = chart.lines.flatMap(\.points)
    y = Scale(chart.y, points.map(\.y) + chart.bandEdges, about: 5)

    legend = Legend(chart.names == .ends ? chart.lines.map(\.name) : [], width: width)
    let names = legend.keys.filter { !$0.isEmpty }
    let nameWidth = min(names.map(Font.label.width).max() ?? 0, width * EndName.share)
    left =
      (chart.y.label.isEmpty ? 16 : 34)
      + (y.ticks.map { Font.label.width(of: $0.label) }.max() ?? 0)
    right = width - (names.isEmpty ? 24 : nameWidth + EndName.leaderRoom + 12)
    heading = Heading(chart.title, left: left, width: width)
    top = heading.height + legend.height + 14
    // The names of all lines must fit below each other.
    let least = top + EndName.gap * Double(names.count) + (chart.x.label.isEmpty ? 28 : 46)
    self.width = width
    self.height = max(height + legend.height, least)
    bottom = self.height - (chart.x.label.isEmpty ? 28 : 46)
    x = Scale(chart.x, points.map(\.x), about: max(3, Int((right - left) / 70)), tight: true)
  }

  /// The page coordinates of a pair of values; `nil` if an axis cannot show it.
  func place(_ point: Point) -> Point? {
    guard let across = x(point.x), let up = y(point.y) else { return nil }
    return at(across, up)
  }

  /// The same for the edge of a band, which may be zero or less on a logarithmic axis.
  func placeEdge(_ point: Point) -> Point? {
    guard let across = x(point.x), let up = y.orBelow(point.y) else { return nil }
    return at(across, up)
  }

  var window: Window { Window(left: left, right: right, top: top, bottom: bottom) }

  private func at(_ across: Double, _ up: Double) -> Point {
    Point(left + across * (right - left), bottom - up * (bottom - top))
  }

  /// The marks that are drawn before the lines, which have these colors.
  func marks(x xLabel: String, y yLabel: String, _ colors: [Color]) -> [Mark] {
    var marks = heading.marks + legend.marks(colors, top: heading.height + 6, width: width)
    for tick in y.ticks {
      let place = at(0, tick.position)
      marks.append(.line([place, Point(right, place.y)], .faint))
      let base = Point(left - 8, place.y + 4)
      marks.append(.text(tick.label, base, .muted, .label, anchor: .end))
    }
    marks.append(.line([Point(left, bottom), Point(right, bottom)], .rule))
    for tick in x.ticks {
      let place = at(tick.position, 0)
      marks.append(.line([place, Point(place.x, bottom + 4)], .rule))
      let base = Point(place.x, bottom + 18)
      marks.append(.text(tick.label, base, .muted, .label, anchor: .middle))
    }
    marks += axisLabel(xLabel, Point((left + right) / 2, height - 8), room: right - left)
    marks += axisLabel(yLabel, Point(16, (top + bottom) / 2), room: bottom - top, turned: true)
    return marks
  }

  private func axisLabel(
    _ label: String, _ middle: Point, room: Double, turned: Bool = false
  ) -> [Mark] {
    if label.isEmpty { return [] }
    let text = Font.label.shortened(label, to: room)
    return [.text(text, middle, .muted, .label, anchor: .middle, turned: turned)]
  }
}

extension LineChart {
  /// The edges of bands that the y axis must include.
  ///
  /// On a logarithmic axis a lower edge close to zero would take up most of the axis, so edges below a
  /// tenth of the smallest value of a line are not included, and the band is cut off.
  fileprivate var bandEdges: [Double] {
    let least = lines.flatMap { $0.points.map(\.y) }.filter(y.shows).min() ?? 0
    let lows = lines.flatMap { $0.band.map(\.low) }
    return lines.flatMap { $0.band.map(\.high) }
      + (y.kind == .linear ? lows : lows.filter { $0 >= least / 10 })
  }
}
