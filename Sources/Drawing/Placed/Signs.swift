import Plots

/// Signs that figures are made of: the circle of a sum, the dot where a line leaves another, a bracket.
extension Plan {
  /// A circle with a plus, drawn as two bars because a sign of a font is not in its middle.
  mutating func addSum(_ id: String, at center: Point, radius: Double, tooltip: String = "") {
    let place = Rectangle(around: center, width: 2 * radius, height: 2 * radius)
    add(
      Box(
        id: id, place: place, line: .ink, fill: .paper, tooltip: tooltip, shape: .circle,
        border: 1.3))
    for (width, height) in [(radius, 1.3), (1.3, radius)] {
      add(
        Box(
          id: "\(id)\(width > height ? "across" : "down")",
          place: Rectangle(around: center, width: width, height: height), line: .ink, fill: .ink,
          tooltip: tooltip, shape: .square, border: 0))
    }
  }

  mutating func addDot(_ id: String, at center: Point, radius: Double, color: Color = .ink) {
    add(
      Box(
        id: id, place: Rectangle(around: center, width: 2 * radius, height: 2 * radius),
        line: color, fill: color, shape: .circle, border: 0))
  }

  /// A bracket that opens to the right.
  mutating func addBracket(x: Double, from top: Double, to bottom: Double) {
    add(
      Line(
        points: [
          Point(x + 5, top), Point(x, top), Point(x, bottom), Point(x + 5, bottom),
        ], color: .rule, radius: 4))
  }
}

extension Plan.Rectangle {
  init(around center: Plan.Point, width: Double, height: Double) {
    self.init(
      left: center.x - width / 2, top: center.y - height / 2, width: width, height: height)
  }
}
