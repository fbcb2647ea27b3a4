import Plots

/// A figure whose every place is computed before Graphviz draws it.
///
/// Lengths are in points, `y` downward from the top. Graphviz gets the position of each box and text, the
/// control points of each line and the corners of each band, and lays out nothing. Bands are drawn first,
/// then lines, then boxes in their order, then texts.
struct Plan: Sendable {
  let title, description: String
  let theme: Theme
  private(set) var width, height: Double
  private(set) var bands: [Band] = []
  private(set) var boxes: [Box] = []
  private(set) var texts: [Text] = []
  private(set) var lines: [Line] = []

  struct Rectangle: Equatable {
    var left, top, width, height: Double
    var right: Double { left + width }
    var bottom: Double { top + height }
    var center: Point { Point(left + width / 2, top + height / 2) }
  }

  struct Point: Equatable {
    var x, y: Double
    init(_ x: Double, _ y: Double) { (self.x, self.y) = (x, y) }
  }

  /// A rounded area behind everything else, perhaps with a border.
  struct Band {
    let place: Rectangle
    let color: Color
    var line: Color?
    var tooltip = ""
  }

  /// A box, perhaps with text in its middle.
  struct Box {
    enum Shape { case rounded, square, circle }
    let id: String
    let place: Rectangle
    let line, fill: Color
    /// One or several lines, separated by line breaks.
    var text = ""
    var size = 13.0
    var tooltip = ""
    var shape = Shape.rounded
    /// The width of its border; 0 for none.
    var border = 1.0
    var isDashed = false
    /// The class of its group in an SVG file.
    var mark: String?
  }

  /// A line through points, with round corners, perhaps with an arrow at its end.
  struct Line {
    var points: [Point]
    /// The ids of the boxes it leads from and to; those without are drawn before all others.
    var ends: (from: String, to: String)?
    var color = Color.ink
    var width = 1.25
    var isDashed = false
    /// The length of the arrow's head; `nil` for none.
    var head: Double?
    /// The radius of its corners.
    var radius = 6.0
  }

  init(title: String, description: String, theme: Theme, width: Double, height: Double) {
    (self.title, self.description, self.theme) = (title, description, theme)
    (self.width, self.height) = (width, height)
  }

  /// The same on a page of another size.
  func resized(width: Double, height: Double) -> Plan {
    var plan = self
    (plan.width, plan.height) = (width, height)
    return plan
  }

  mutating func add(_ band: Band) { bands.append(band) }
  mutating func add(_ box: Box) { boxes.append(box) }
  mutating func add(_ text: Text) { texts.append(text) }
  mutating func add(_ line: Line) { lines.append(line) }
}
