import Plots

/// What is drawn for one item of a figure: a box with lines of text, the circle of a sum, text alone, or
/// nothing at a mere point.
struct Face {
  enum Shape { case box, sum, text, point }

  /// One line, in the middle of the box or as a name and a value at its two sides.
  struct Line {
    var runs: [Plan.Text.Run]
    var size: Double
    var isBold = false
    var color = Color.ink
    /// A text at the right side; the other one is at the left then.
    var value: String?
    var valueColor: Color?

    init(
      _ text: String, _ size: Double, bold: Bool = false, color: Color = .ink, value: String? = nil
    ) {
      (runs, self.size, isBold, self.color) = ([.init(text)], size, bold, color)
      self.value = value
    }

    var width: Double {
      Plan.Text(runs, at: .init(0, 0), size: size, isBold: isBold).width
        + (value.map { 16 + Font(size).width(of: $0) } ?? 0)
    }
  }

  var shape = Shape.box
  var colors = Color.Box.weightless
  var lines: [Line] = []
  /// The letter of weights that several boxes share.
  var letter: String?
  var tooltip = ""
  var size = (width: 0.0, height: 0.0)

  static let point = Face(shape: .point)

  static func sum(_ sizes: Sizes) -> Face {
    Face(shape: .sum, size: (2 * sizes.sum, 2 * sizes.sum))
  }

  /// Text without a box.
  static func text(_ runs: [Plan.Text.Run], _ size: Double) -> Face {
    var line = Line("", size)
    line.runs = runs
    return Face(shape: .text, lines: [line], size: (line.width, 1.2 * size))
  }

  /// A box as wide and high as its lines need.
  static func box(
    _ colors: Color.Box, _ lines: [Line], letter: String? = nil, _ sizes: Sizes, tooltip: String
  ) -> Face {
    let widest = lines.map(\.width).max() ?? 0
    let height =
      switch lines.count {
      case 1: sizes.box
      case 2: sizes.tallBox
      default: lines.reduce(10) { $0 + 1.3 * $1.size }
      }
    return Face(
      colors: colors, lines: lines, letter: letter, tooltip: tooltip,
      size: (widest + 16 + (letter == nil ? 0 : 28), height))
  }
}

extension Face {
  /// The box of an operation whose shapes do not fit, with the sentence that says why; `nil` for others.
  init?(refusalOf node: Node, _ words: Words, _ sizes: Sizes) {
    guard let sentence = node.refusal else { return nil }
    let lines =
      [Line(node.title(words), sizes.label, bold: true), Line("", 2)]
      + wrapped(sentence, to: 46).map { Line($0, sizes.note) }
    self = .box(
      .refused, lines, sizes, tooltip: node.path ?? "")
  }
}

extension Plan {
  /// Draws an item in its place.
  mutating func add(_ face: Face, _ id: String, in place: Rectangle) {
    switch face.shape {
    case .box:
      add(
        Box(
          id: id, place: place, line: face.colors.line, fill: face.colors.fill,
          tooltip: face.tooltip))
    case .sum:
      return addSum(id, at: place.center, radius: place.width / 2, tooltip: face.tooltip)
    case .text:
      let around = Rectangle(
        around: place.center, width: max(place.width, 4 + (face.lines.map(\.width).max() ?? 0)),
        height: place.height)
      add(Box(id: id, place: around, line: .paper, fill: .paper, shape: .square, border: 0))
    case .point:
      // An edge needs a node at each of its ends.
      let center = Rectangle(around: place.center, width: 0.1, height: 0.1)
      add(Box(id: id, place: center, line: .paper, fill: .paper, shape: .square, border: 0))
    }
    if let letter = face.letter { add(letter: letter, of: face, id, in: place) }
    var top = place.center.y - face.lines.reduce(0) { $0 + 0.6 * $1.size }
    if face.lines.count > 2 { top = place.top + 5 }
    let step = face.lines.count > 2 ? 1.3 : 1.2
    for line in face.lines {
      add(line, in: place, base: top + (step / 2 + 0.34) * line.size, tooltip: face.tooltip)
      top += step * line.size
    }
  }

  private mutating func add(_ line: Face.Line, in place: Rectangle, base: Double, tooltip: String) {
    var text = Text(
      line.runs, at: Point(place.center.x, base), size: line.size, isBold: line.isBold,
      color: line.color, anchor: .middle)
    text.tooltip = tooltip
    text.isItalic = line.runs.allSatisfy(\.isItalic)
    if let value = line.value {
      (text.at.x, text.anchor) = (place.left + 8, .start)
      add(
        Text(
          text: value, at: Point(place.right - 8, base), size: line.size,
          color: line.valueColor ?? line.color, anchor: .end))
    }
    add(text)
  }

  /// A small box in the corner, with the letter of shared weights.
  private mutating func add(letter: String, of face: Face, _ id: String, in place: Rectangle) {
    let size = face.lines[0].size - 2
    let badge = Rectangle(
      left: place.right - size - 9, top: place.top + min(3, (place.height - size - 3) / 2),
      width: size + 6, height: size + 3)
    add(
      Box(
        id: id + "letter", place: badge, line: face.colors.line, fill: face.colors.line, border: 0,
        mark: "letter"))
    add(
      Text(
        text: letter, at: Point(badge.center.x, badge.center.y + 0.35 * size), size: size,
        isBold: true, color: .paper, anchor: .middle))
  }
}
