import Autograd

/// The random variation of one digit: size, slant, bend, jitter, position, pen.
///
/// Only sums, products and square roots are used, which round the same on every machine, unlike sines
/// of different C libraries: the same seed gives the same bytes everywhere.
struct Hand {
  /// The pen's radius in pixels at the beginning and at the end of a stroke.
  let radii: (begin: Float, end: Float)

  /// The brightness of the ink, at most 1.
  let ink: Float

  private let size, slant, bend, center: Point
  private let shake: Float

  init(using random: inout Random) {
    let width = Float.random(in: 0.6...1.9, using: &random)
    radii = (width, width * Float.random(in: 0.6...1.2, using: &random))
    ink = Float.random(in: 0.75...1, using: &random)
    size = Self.point(in: 8...18, 13...21, &random)
    slant = Self.point(in: -0.35...0.55, -0.25...0.25, &random)
    bend = Self.point(in: -0.7...0.7, -0.45...0.45, &random)
    center = Self.point(in: 12...16, 12...16, &random)
    shake = Float.random(in: 0.01...0.085, using: &random)
  }

  /// A point of a shape, with jitter.
  func shaken(_ point: Point, using random: inout Random) -> Point {
    point + Self.point(in: -shake...shake, -shake...shake, &random)
  }

  /// The position on the paper, in pixels, of a point of a shape.
  func place(_ point: Point) -> Point {
    // From the square 0…1 to −0.5…0.5, so that slant and bend are relative to its center.
    let p = point - 0.5
    let leaning = Point(p.x - slant.x * p.y, p.y + slant.y * p.x)
    let bent = leaning + bend * Point(p.y * p.y - 0.1, p.x * p.x - 0.1)
    return center + bent * size
  }

  private static func point(
    in x: ClosedRange<Float>, _ y: ClosedRange<Float>, _ random: inout Random
  ) -> Point {
    [.random(in: x, using: &random), .random(in: y, using: &random)]
  }
}
