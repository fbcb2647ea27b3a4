/// A line of a chart in page coordinates, cut at missing values and at the edges of the frame.
struct Curve {
  /// The pieces of the line; a value between two missing ones is a piece of one point.
  let pieces: [[Point]]

  /// The pieces of the band, as polygons.
  let band: [[Point]]

  /// The last visible point, beside which the name is written.
  let end: Point?

  /// The points that have dots.
  let dots: [Point]

  /// Whether the last value is infinite or NaN.
  let diverged: Bool

  init(_ line: LineChart.Line, in frame: Frame) {
    let window = frame.window
    let runs = line.points.map(frame.place).split(separator: nil).map { $0.compactMap { $0 } }
    pieces = runs.flatMap { window.pieces(of: thinned($0)) }
    end = pieces.last?.last
    dots = line.hasDots ? runs.joined().filter { !window.pieces(of: [$0]).isEmpty } : []
    diverged = line.points.last.map { !$0.y.isFinite } ?? false

    let edges = zip(line.points, line.band).map { point, edge -> (low: Point, high: Point)? in
      guard let low = frame.placeEdge(Point(point.x, edge.low)),
        let high = frame.placeEdge(Point(point.x, edge.high))
      else { return nil }
      return (low, high)
    }
    band = edges.split(whereSeparator: { $0 == nil }).map { $0.compactMap { $0 } }
      .map { thinned($0.map(\.high)) + thinned($0.map(\.low)).reversed() }
      .map(window.inside).filter { $0.count > 2 }
  }

  /// The marks of the line, thinner if it has many points.
  func marks(_ color: Color, dash: [Double]) -> [Mark] {
    let width = pieces.contains { $0.count > 500 } ? 1.0 : 2
    let lines = pieces.map { piece -> Mark in
      piece.count == 1
        ? .dot(piece[0], radius: 2.5, color) : .line(piece, color, width: width, dash: dash)
    }
    return lines + dots.map { .dot($0, radius: 2.5, color) }
  }

  /// The name of the line beside its highest point: where none of `others` passes, if there is such a place.
  func peakName(_ name: String, _ color: Color, apart others: [Curve]) -> [Mark] {
    guard let peak = pieces.joined().min(by: { $0.y < $1.y }) else { return [] }
    let font = Font(12, bold: true), width = font.width(of: name)
    let places = [peak.x + 7, peak.x - 7 - width, peak.x - width / 2].enumerated().map {
      Point($1, $0 < 2 ? peak.y + 4 : peak.y - 8)
    }
    let free = places.first { place in
      let box = Window(
        left: place.x - 2, right: place.x + width + 2, top: place.y - 11, bottom: place.y + 3)
      return !others.contains { $0.pieces.contains { !box.pieces(of: $0).isEmpty } }
    }
    return [.text(name, free ?? places[0], color, font)]
  }
}

/// The line with fewer points, if it has more than 2000.
///
/// In each column half a point wide, the first, the lowest, the highest and the last point are kept, in
/// their order; the others are not visible. Without this, 60 000 losses make a file of a megabyte.
func thinned(_ points: [Point]) -> [Point] {
  guard points.count > 2000 else { return points }
  var kept: [Point] = []
  var start = 0
  while start < points.count {
    let column = (points[start].x * 2).rounded(.down)
    let end = points[start...].firstIndex { ($0.x * 2).rounded(.down) != column } ?? points.count
    let range = start..<end
    let lowest = range.max { points[$0].y < points[$1].y } ?? start
    let highest = range.min { points[$0].y < points[$1].y } ?? start
    kept += Set([start, lowest, highest, end - 1]).sorted().map { points[$0] }
    start = end
  }
  return kept
}
