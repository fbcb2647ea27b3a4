import Autograd

/// How a digit turns out this once: how it leans, bends, shakes and where on the paper it lies.
///
/// Only sums, products and square roots are used, which every machine rounds alike: the same seed
/// gives the same bytes everywhere, as sines from different C libraries would not.
struct Hand {
  /// Half the pen's width in pixels at the beginning and at the end of a stroke.
  let radii: (begin: Float, end: Float)

  /// How white the ink is, up to 1.
  let ink: Float

  private let size, slant, bend, centre: Point
  private let shake: Float

  init(using random: inout Random) {
    let width = Float.random(in: 0.6...1.9, using: &random)
    radii = (width, width * Float.random(in: 0.6...1.2, using: &random))
    ink = Float.random(in: 0.75...1, using: &random)
    size = Self.point(in: 8...18, 13...21, &random)
    slant = Self.point(in: -0.35...0.55, -0.25...0.25, &random)
    bend = Self.point(in: -0.7...0.7, -0.45...0.45, &random)
    centre = Self.point(in: 12...16, 12...16, &random)
    shake = Float.random(in: 0.01...0.085, using: &random)
  }

  /// The point of a shape that this hand aims for, having shaken.
  func shaken(_ point: Point, using random: inout Random) -> Point {
    point + Self.point(in: -shake...shake, -shake...shake, &random)
  }

  /// Where on the paper, in pixels, a point of a shape comes to lie.
  func place(_ point: Point) -> Point {
    // From the square 0…1 to −0.5…0.5, so that it leans and bends about its middle.
    let p = point - 0.5
    let leaning = Point(p.x - slant.x * p.y, p.y + slant.y * p.x)
    let bent = leaning + bend * Point(p.y * p.y - 0.1, p.x * p.x - 0.1)
    return centre + bent * size
  }

  private static func point(
    in x: ClosedRange<Float>, _ y: ClosedRange<Float>, _ random: inout Random
  ) -> Point {
    [.random(in: x, using: &random), .random(in: y, using: &random)]
  }
}
