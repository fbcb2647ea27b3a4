/// A graphical element of a picture.
///
/// Lengths are in points. A mark with an infinite or NaN coordinate is not drawn.
enum Mark: Sendable {
  /// A polyline; `dash` has the alternating lengths of dashes and gaps.
  case line([Point], Color, width: Double = 1, dash: [Double] = [])

  /// A filled polygon; `opacity` is from 0 to 1.
  case area([Point], Color, opacity: Double = 1)

  /// A filled rectangle; `x` and `y` are its top left corner, `radius` is that of its corners.
  case box(x: Double, y: Double, width: Double, height: Double, Color, radius: Double = 0)

  /// A filled circle.
  case dot(Point, radius: Double, Color)

  /// A line of text; the point is on its base line. `turned` text is rotated to read upwards.
  case text(String, Point, Color, Font = Font(), anchor: Anchor = .start, turned: Bool = false)

  /// An image, scaled to fit into a rectangle, with its proportions kept.
  case image(Pixels, x: Double, y: Double, width: Double, height: Double)
}

/// Which part of a text is at its point.
enum Anchor: String, Sendable { case start, middle, end }

extension Mark {
  /// The color of the mark; `nil` for an image.
  var color: Color? {
    switch self {
    case .line(_, let color, _, _), .area(_, let color, _), .box(_, _, _, _, let color, _),
      .dot(_, _, let color), .text(_, _, let color, _, _, _):
      color
    case .image: nil
    }
  }

  /// The mark, so far to the right and so far down.
  func moved(_ right: Double, _ down: Double) -> Mark {
    func at(_ point: Point) -> Point { Point(point.x + right, point.y + down) }
    switch self {
    case .line(let points, let color, let width, let dash):
      return .line(points.map(at), color, width: width, dash: dash)
    case .area(let points, let color, let opacity):
      return .area(points.map(at), color, opacity: opacity)
    case .box(let x, let y, let width, let height, let color, let radius):
      return .box(
        x: x + right, y: y + down, width: width, height: height, color, radius: radius)
    case .dot(let center, let radius, let color):
      return .dot(at(center), radius: radius, color)
    case .text(let text, let point, let color, let font, let anchor, let turned):
      return .text(text, at(point), color, font, anchor: anchor, turned: turned)
    case .image(let pixels, let x, let y, let width, let height):
      return .image(pixels, x: x + right, y: y + down, width: width, height: height)
    }
  }

  /// Whether every length of the mark is a finite number.
  var canBeDrawn: Bool {
    switch self {
    case .line(let points, _, let width, let dash): finite(points) && finite(dash + [width])
    case .area(let points, _, let opacity): finite(points) && finite([opacity])
    case .box(let x, let y, let width, let height, _, let radius):
      finite([x, y, width, height, radius])
    case .dot(let center, let radius, _): finite([center]) && finite([radius])
    case .text(_, let point, _, let font, _, _): finite([point]) && finite([font.size])
    case .image(_, let x, let y, let width, let height): finite([x, y, width, height])
    }
  }
}

private func finite(_ lengths: [Double]) -> Bool { lengths.allSatisfy(\.isFinite) }

private func finite(_ points: [Point]) -> Bool {
  points.allSatisfy { $0.x.isFinite && $0.y.isFinite }
}

/// A position on a page, or a pair of values in a chart.
public struct Point: Sendable, Equatable {
  let x, y: Double

  /// The point (x, y).
  public init(_ x: Double, _ y: Double) { (self.x, self.y) = (x, y) }
}
