import Sentences

/// Lines over one axis: losses, accuracies, lengths of gradients.
///
/// A value without a place on its axis (infinite, not a number, or not above zero on a logarithmic
/// axis) leaves a gap. A line that ends with infinite values or no numbers, as a diverging loss
/// does, ends in a cross instead of a dot.
public struct LineChart: Sendable {
  public var title: String
  public var x: Axis
  public var y: Axis

  /// The colours of lines by name, so that a name keeps its colour in every figure of a chapter.
  public var colors: [String: Color]

  var lines: [Line] = []

  struct Line: Sendable {
    let name: String
    let points: [Point]
    let band: [Edges]
    let color: Color?
    let dash: [Double]
  }

  /// The lower and upper edge of a band.
  typealias Edges = (low: Double, high: Double)

  public init(
    _ title: String, x: Axis = Axis(), y: Axis = Axis(), colors: [String: Color] = [:]
  ) {
    (self.title, self.x, self.y, self.colors) = (title, x, y, colors)
  }

  /// A line through `values`, at 1, 2, 3 and so on.
  public mutating func line(
    _ name: String, _ values: [Double], color: Color? = nil, dash: [Double] = []
  ) {
    line(name, numbered(values), color: color, dash: dash)
  }

  /// A line through `points`, with a band around it if the runs differ.
  ///
  /// - Parameters:
  ///   - spread: for each point, how far runs lie above and below it.
  ///   - color: goes before the chart's `colors`; without either, the next that is free.
  ///   - dash: the lengths of strokes and gaps in turn, in points.
  public mutating func line(
    _ name: String, _ points: [Point], spread: [Double] = [], color: Color? = nil,
    dash: [Double] = []
  ) {
    require(
      spread.isEmpty || spread.count == points.count,
      "The line \"\(name)\" has \(points.count) points but \(spread.count) spreads; "
        + "there must be one for each point, or none.")
    let band = zip(points, spread).map { ($0.y - abs($1), $0.y + abs($1)) }
    lines.append(Line(name: name, points: points, band: band, color: color, dash: dash))
  }

  /// A line through the means of several runs, in a band from the least to the greatest.
  ///
  /// The values of a run stand at 1, 2, 3 and so on. Runs may end at different places; each is counted as far as it goes.
  public mutating func line(
    _ name: String, runs: [[Double]], color: Color? = nil, dash: [Double] = []
  ) {
    let length = runs.map(\.count).max() ?? 0
    let columns = (0..<length).map { at in runs.filter { at < $0.count }.map { $0[at] } }
    let means = columns.map { $0.reduce(0, +) / Double($0.count) }
    // A value that is not a number hides its column, as it does the mean.
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
