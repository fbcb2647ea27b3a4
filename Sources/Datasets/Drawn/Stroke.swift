/// A place on paper: x to the right, y down.
typealias Point = SIMD2<Float>

/// One movement of the pen through given points, either with corners or smooth.
struct Stroke: Sendable {
  let points: [Point]
  let isSmooth: Bool

  /// A movement in straight lines from point to point.
  static func lines(_ points: Point...) -> Stroke { Stroke(points: points, isSmooth: false) }

  /// A smooth movement through all points.
  static func curve(_ points: Point...) -> Stroke { Stroke(points: points, isSmooth: true) }

  /// The stroke with every point moved by `move`.
  func moved(_ move: (Point) -> Point) -> Stroke {
    Stroke(points: points.map(move), isSmooth: isSmooth)
  }

  /// Points so close together that they can be bent one by one and still make a line.
  var path: [Point] {
    let steps = 6
    return points.prefix(1)
      + points.indices.dropFirst().flatMap { index in
        (1...steps).map { point(in: index, at: Float($0) / Float(steps)) }
      }
  }

  /// The place between point `index - 1` and point `index`, at `t` from 0 to 1.
  ///
  /// A smooth stroke is a Catmull–Rom curve: its direction at each point is that from the point
  /// before to the point after.
  private func point(in index: Int, at t: Float) -> Point {
    let (p1, p2) = (points[index - 1], points[index])
    guard isSmooth else { return p1 + (p2 - p1) * t }
    let p0 = index > 1 ? points[index - 2] : p1
    let p3 = index + 1 < points.count ? points[index + 1] : p2
    let bend = (p0 * 2 - p1 * 5 + p2 * 4 - p3) * (t * t)
    let twist = (p1 * 3 - p0 - p2 * 3 + p3) * (t * t * t)
    return (p1 * 2 + (p2 - p0) * t + bend + twist) * 0.5
  }
}
