/// A line with round corners as the control points of Bézier curves, as Graphviz takes them.
struct RoundedLine {
  /// Three points for each curve, after the point where the line begins.
  private(set) var controls: [Plan.Point]
  /// The tip of the arrow; the last curve ends at the base of its head.
  private(set) var tip: Plan.Point?

  init(_ line: Plan.Line) {
    var points = line.points
    if let head = line.head, let end = points.last {
      // The head has a border as wide as the line, which sticks out.
      tip = end.moved(toward: points[points.count - 2], by: 1.4 * line.width)
      points[points.count - 1] = end.moved(
        toward: points[points.count - 2], by: 1.4 * line.width + Self.inside(head, line.width))
    }
    controls = [points[0]]
    for (i, corner) in points.enumerated().dropFirst().dropLast() {
      let (before, after) = (points[i - 1], points[i + 1])
      // A corner takes at most half of a side that it shares with another one.
      let room = [
        before.distance(to: corner) / (i == 1 ? 1 : 2),
        after.distance(to: corner) / (i == points.count - 2 ? 1 : 2),
      ]
      let radius = min(line.radius, room.min()!)
      let (start, end) = (
        corner.moved(toward: before, by: radius), corner.moved(toward: after, by: radius)
      )
      addStraight(to: start)
      // A quarter of a circle, to a thousandth of its radius.
      controls += [
        start.moved(toward: corner, by: 0.5523 * radius),
        end.moved(toward: corner, by: 0.5523 * radius), end,
      ]
    }
    addStraight(to: points[points.count - 1])
  }

  /// The length of a head within its border: the border makes it longer at both ends.
  static func inside(_ head: Double, _ width: Double) -> Double { max(2, head - 1.9 * width) }

  private mutating func addStraight(to end: Plan.Point) {
    let start = controls[controls.count - 1]
    guard start.distance(to: end) > 1e-6 else { return }
    controls += [
      Plan.Point((2 * start.x + end.x) / 3, (2 * start.y + end.y) / 3),
      Plan.Point((start.x + 2 * end.x) / 3, (start.y + 2 * end.y) / 3), end,
    ]
  }
}

extension Plan.Point {
  fileprivate func distance(to other: Self) -> Double {
    ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
  }

  fileprivate func moved(toward other: Self, by length: Double) -> Self {
    let all = distance(to: other)
    guard all > 0 else { return self }
    return Self(x + (other.x - x) * length / all, y + (other.y - y) * length / all)
  }
}
