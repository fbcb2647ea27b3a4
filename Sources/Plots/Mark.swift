/// What a picture is made of.
///
/// Lengths are in points. A mark with a coordinate that is not a finite number cannot be drawn, and is left out.
public enum Mark: Sendable {
  /// A line through points; `dash` gives the lengths of its strokes and gaps in turn.
  case line([Point], Color, width: Double = 1, dash: [Double] = [])

  /// The inside of a closed line; `opacity` 0 is clear, 1 is solid.
  case area([Point], Color, opacity: Double = 1)

  /// A rectangle, named by its top left corner; `radius` rounds its corners.
  case box(x: Double, y: Double, width: Double, height: Double, Color, radius: Double = 0)

  /// A filled circle.
  case dot(Point, radius: Double, Color)

  /// A line of text on a base line through the point; `turned` text reads upwards.
  case text(String, Point, Color, Font = Font(), anchor: Anchor = .start, turned: Bool = false)

  /// An image that fits inside a rectangle, keeping its proportions.
  case image(Pixels, x: Double, y: Double, width: Double, height: Double)
}

/// Which part of a text stands at its point.
public enum Anchor: String, Sendable { case start, middle, end }

extension Mark {
  /// The colour the mark is drawn in, if it has one.
  var color: Color? {
    switch self {
    case .line(_, let color, _, _), .area(_, let color, _), .box(_, _, _, _, let color, _),
      .dot(_, _, let color), .text(_, _, let color, _, _, _):
      color
    case .image: nil
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
