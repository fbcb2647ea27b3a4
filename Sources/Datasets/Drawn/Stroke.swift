/// A point: x to the right, y down.
typealias Point = SIMD2<Float>

/// One stroke of the pen through given points, as a polygon or a smooth curve.
struct Stroke: Sendable {
  let points: [Point]
  let isSmooth: Bool

  /// Straight lines from point to point.
  static func lines(_ points: Point...) -> Stroke { Stroke(points: points, isSmooth: false) }

  /// A smooth curve through all points.
  static func curve(_ points: Point...) -> Stroke { Stroke(points: points, isSmooth: true) }

  /// The stroke with every point moved by `move`.
  func moved(_ move: (Point) -> Point) -> Stroke {
    Stroke(points: points.map(move), isSmooth: isSmooth)
  }

  /// The stroke sampled so densely that straight lines between the samples look smooth.
  var path: [Point] {
    let steps = 6
    return points.prefix(1)
      + points.indices.dropFirst().flatMap { index in
        (1...steps).map { point(in: index, at: Float($0) / Float(steps)) }
      }
  }

  /// The point between points `index - 1` and `index`, at `t` from 0 to 1.
  ///
  /// A smooth stroke is a Catmull–Rom spline.
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
