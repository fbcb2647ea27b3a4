import Plots

/// A figure whose every place is computed before Graphviz draws it.
///
/// Lengths are in points, `y` downward from the top. Graphviz gets the position of each box and text, the
/// control points of each line and the corners of each band, and lays out nothing.
struct Plan {
  let title, description: String
  let theme: Theme
  let width, height: Double
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

  /// A rounded box or a circle, perhaps with one line of text.
  struct Box {
    enum Shape { case rounded, circle }
    let id: String
    let place: Rectangle
    let line, fill: Color
    var text = ""
    var size = 12.0
    var tooltip = ""
    var shape = Shape.rounded
    /// The width of its border.
    var border = 1.0
    /// The class of its group in an SVG file.
    var mark: String?
  }

  /// One line of text, without a box.
  struct Text {
    enum Anchor { case start, middle, end }
    var text: String
    /// The point on the base line at the anchor.
    var at: Point
    var size = 12.0
    var isBold = false
    var isItalic = false
    var color = Color.ink
    var anchor = Anchor.start
    var tooltip = ""
  }

  /// A line through points, with round corners, perhaps with an arrow at its end.
  struct Line {
    let points: [Point]
    /// The ids of the boxes it leads from and to.
    var ends: (from: String, to: String)
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

  mutating func add(_ band: Band) { bands.append(band) }
  mutating func add(_ box: Box) { boxes.append(box) }
  mutating func add(_ text: Text) { texts.append(text) }
  mutating func add(_ line: Line) { lines.append(line) }
}
