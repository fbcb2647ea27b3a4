import Plots

extension Plan.Line {
  /// The way of the gradient beside this line, from its end to its beginning; `nil` where there is no room for an
  /// arrow.
  var wayBack: Plan.Line? {
    let length = zip(points, points.dropFirst()).reduce(0) { sum, pair in
      sum + abs(pair.1.x - pair.0.x) + abs(pair.1.y - pair.0.y)
    }
    guard length >= 9 else { return nil }
    // Where lines are thin, they are close to each other, too.
    let distance = points.count == 2 ? 6 : width < 2 ? 2.6 : 6
    var moved = points.indices.map { self.moved($0, by: distance) }
    moved[0] = moved[0].shifted(toward: moved[1], by: points.count == 2 ? 0 : 1.5)
    let last = moved.count - 1
    moved[last] = moved[last].shifted(toward: moved[last - 1], by: 1.5)
    var line = Plan.Line(points: moved.reversed(), ends: ends.map { ($0.to, $0.from) })
    (line.color, line.width, line.radius) = (.gradient, 1.75, radius)
    line.head = min(6.5, length / 2)
    return line
  }

  /// A corner, moved to the side on which the way back runs: away from what the line goes around.
  private func moved(_ corner: Int, by distance: Double) -> Plan.Point {
    let directions = zip(points, points.dropFirst()).map { a, b in
      ((b.x - a.x).direction, (b.y - a.y).direction)
    }
    // A straight line down or to the right has it on the left or below.
    var side = directions[0].0 == 0 ? 1.0 : -1.0
    if directions.count > 1 {
      let turn = directions[0].0 * directions[1].1 - directions[0].1 * directions[1].0
      side = turn > 0 ? -1 : 1
    }
    let normals = directions.map { (-$0.1 * side, $0.0 * side) }
    let meeting = [corner - 1, corner].filter(normals.indices.contains).map { normals[$0] }
    let isStraight = meeting.count == 2 && meeting[0] == meeting[1]
    let (x, y) = (isStraight ? [meeting[0]] : meeting).reduce((0, 0)) {
      ($0.0 + $1.0, $0.1 + $1.1)
    }
    return Plan.Point(points[corner].x + distance * x, points[corner].y + distance * y)
  }
}

extension Double {
  /// −1, 0 or 1.
  fileprivate var direction: Double { abs(self) < 1e-6 ? 0 : self < 0 ? -1 : 1 }
}

extension Plan.Point {
  fileprivate func shifted(toward other: Self, by length: Double) -> Self {
    Self(x + length * (other.x - x).direction, y + length * (other.y - y).direction)
  }
}
