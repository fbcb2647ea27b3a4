import Sentences

/// A line chart: losses, accuracies, gradient norms.
///
/// A value that its axis cannot show (NaN, infinite, or not above zero on a logarithmic axis) leaves a
/// gap. A line whose last value is NaN or infinite, such as a diverged loss, ends in a cross instead of
/// a dot.
public struct LineChart: Sendable {
  let title: String
  let x, y: Axis
  let names: NamePlace
  var lines: [Line] = []

  struct Line: Sendable {
    let name: String
    let points: [Point]
    let band: [Edges]
    let color: Color?
    let dash: [Double]
    var hasDots = false
  }

  /// The lower and upper edge of a band.
  typealias Edges = (low: Double, high: Double)

  /// Where the name of a line stands: at its last point or, as for distributions, at its highest.
  public enum NamePlace: Sendable { case ends, peaks }

  /// A chart without lines, with a horizontal axis `x` and a vertical axis `y`.
  public init(
    _ title: String, x: Axis = Axis(), y: Axis = Axis(), names: NamePlace = .ends
  ) {
    (self.title, self.x, self.y, self.names) = (title, x, y, names)
  }

  /// Adds a line through `values` at x = 1, 2, 3 and so on.
  public mutating func line(
    _ name: String, _ values: [Double], color: Color? = nil, dash: [Double] = []
  ) {
    line(name, numbered(values), color: color, dash: dash)
  }

  /// Adds a line through `points`, with a band around it.
  ///
  /// - Parameters:
  ///   - spread: half the height of the band at each point; empty for no band.
  ///   - color: `nil` for the next one that no line has.
  ///   - dash: the alternating lengths of dashes and gaps, in points; empty for a solid line.
  ///   - dots: whether each point has a dot, where there are few.
  public mutating func line(
    _ name: String, _ points: [Point], spread: [Double] = [], color: Color? = nil,
    dash: [Double] = [], dots: Bool = false
  ) {
    require(
      spread.isEmpty || spread.count == points.count,
      "The line \"\(name)\" has \(points.count) points but \(spread.count) spreads; "
        + "there must be one for each point, or none.")
    let band = zip(points, spread).map { ($0.y - abs($1), $0.y + abs($1)) }
    lines.append(
      Line(name: name, points: points, band: band, color: color, dash: dash, hasDots: dots))
  }

  /// Adds a line through the means of several runs, with a band from the smallest to the greatest value.
  ///
  /// The values of a run are at x = 1, 2, 3 and so on; runs may differ in length.
  public mutating func line(
    _ name: String, runs: [[Double]], color: Color? = nil, dash: [Double] = []
  ) {
    let length = runs.map(\.count).max() ?? 0
    let columns = (0..<length).map { at in runs.filter { at < $0.count }.map { $0[at] } }
    let means = columns.map { $0.reduce(0, +) / Double($0.count) }
    // A NaN makes the band NaN, as it does the mean.
    let band = columns.map { column -> Edges in
      column.contains(where: \.isNaN) ? (.nan, .nan) : (column.min() ?? .nan, column.max() ?? .nan)
    }
    lines.append(
      Line(name: name, points: numbered(means), band: band, color: color, dash: dash))
  }
}

private func numbered(_ values: [Double]) -> [Point] {
  values.enumerated().map { Point(Double($0 + 1), $1) }
}

extension LineChart {
  /// The chart as a picture of `width` by `height` points, at least 240 by 160, higher if the names of its
  /// lines need it.
  public func picture(width: Double = 560, height: Double = 320) -> Picture {
    let colors = lineColors()
    let frame = Frame(self, width: clamped(width, 240), height: clamped(height, 160))
    var picture = Picture(
      width: frame.width, height: frame.height, title: title, description: spoken)
    picture.outline = .lines(LineOutline(self))
    // Enlarged to the width of a slide, its type has 14 points or more. A chart that is nearly square stays so.
    picture.slide = {
      self.picture(width: width < 1.3 * height ? 250 * width / height : 540, height: 250)
    }
    picture.phone = {
      self.picture(width: Picture.phoneWidth, height: 420 * height / width).onPhone()
    }
    picture.marks = frame.marks(x: x.label, y: y.label, colors.map(\.color))

    let curves = lines.map { Curve($0, in: frame) }
    for (curve, look) in zip(curves, colors) {
      picture.marks += curve.band.map { .area($0, look.color, opacity: 0.2) }
    }
    for (curve, look) in zip(curves, colors) {
      picture.marks += curve.marks(look.color, dash: look.dash)
    }
    let ends = zip(frame.legend.keys, zip(curves, colors)).map { key, drawn in
      EndName(text: key, end: drawn.0.end, diverged: drawn.0.diverged, color: drawn.1.color)
    }
    picture.marks +=
      names == .ends
      ? EndName.marks(for: ends, in: frame)
      : zip(lines, zip(curves, colors)).flatMap {
        $1.0.peakName($0.name, $1.1.color, apart: curves)
      }
    if curves.allSatisfy(\.pieces.isEmpty) {
      let middle = Point((frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2)
      picture.marks.append(.text("no values to draw", middle, .muted, .label, anchor: .middle))
    }
    return picture
  }

  /// A description for screen readers: the first and the last value of each line.
  var spoken: String {
    let sentences = lines.map { line -> String in
      let shown = line.points.filter { x.shows($0.x) && y.shows($0.y) }
      guard let first = shown.first, let last = shown.last else {
        return "\(line.name): no values."
      }
      return "\(line.name): from \(brief(first.y)) at \(brief(first.x)) "
        + "to \(brief(last.y)) at \(brief(last.x))."
    }
    let over = x.label.isEmpty ? "" : " over \(x.label)"
    return (["Line chart of \(y.label.isEmpty ? "values" : y.label)\(over)."] + sentences)
      .joined(separator: " ")
  }
}

/// `length` within `least` and 10 000 points; `least` if it is NaN.
func clamped(_ length: Double, _ least: Double) -> Double {
  length >= least ? min(length, 10_000) : least
}
