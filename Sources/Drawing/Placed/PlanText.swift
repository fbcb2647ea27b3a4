import Plots
import Sentences

/// One line of text at its place, of one or several runs with styles of their own.
extension Plan {
  struct Text: Sendable {
    enum Anchor: String { case start, middle, end }

    /// A piece of the line; what it does not say is that of the line.
    struct Run: Sendable {
      let text: String
      var isBold = false
      var isItalic = false
      var color: Color?
      var size: Double?
      init(
        _ text: String, bold: Bool = false, italic: Bool = false, color: Color? = nil,
        size: Double? = nil
      ) {
        (self.text, isBold, isItalic) = (text, bold, italic)
        (self.color, self.size) = (color, size)
      }
    }

    var runs: [Run]
    /// The point on the base line at the anchor.
    var at: Point
    var size = 12.0
    var isBold = false
    var isItalic = false
    var color = Color.ink
    var anchor = Anchor.start
    var tooltip = ""

    init(
      _ runs: [Run], at: Point, size: Double = 12, isBold: Bool = false, color: Color = .ink,
      anchor: Anchor = .start
    ) {
      (self.runs, self.at, self.size) = (runs, at, size)
      (self.isBold, self.color, self.anchor) = (isBold, color, anchor)
    }

    init(
      text: String, at: Point, size: Double = 12, isBold: Bool = false, isItalic: Bool = false,
      color: Color = .ink, anchor: Anchor = .start, tooltip: String = ""
    ) {
      self.init([Run(text)], at: at, size: size, isBold: isBold, color: color, anchor: anchor)
      (self.isItalic, self.tooltip) = (isItalic, tooltip)
    }

    var text: String {
      get { runs.map(\.text).joined() }
      set { runs = [Run(newValue)] }
    }

    /// Its width in Helvetica.
    var width: Double {
      runs.reduce(0) { $0 + Font($1.size ?? size, bold: isBold || $1.isBold).width(of: $1.text) }
    }

    /// From where to where it reaches.
    var span: ClosedRange<Double> {
      switch anchor {
      case .start: at.x...at.x + width
      case .middle: at.x - width / 2...at.x + width / 2
      case .end: at.x - width...at.x
      }
    }

    /// The text as an element of an SVG whose origin is at the bottom of the plan, as Graphviz' is.
    ///
    /// Written here, not by Graphviz, it is the same whatever fonts a machine has.
    func svg(_ theme: Theme, height: Double) -> String {
      let open =
        "<text xml:space=\"preserve\" text-anchor=\"\(anchor.rawValue)\" "
        + "x=\"\(svgNumber(at.x))\" y=\"\(svgNumber(at.y - height))\" font-size=\"\(svgNumber(size))\""
        + style(
          bold: isBold || isPlain && runs[0].isBold, italic: isItalic || isPlain && runs[0].isItalic
        ) + " fill=\"\(theme(color))\">"
      if isPlain { return open + escaped(runs[0].text) + "</text>" }
      let spans = runs.map { run -> String in
        let size = run.size.map { " font-size=\"\(svgNumber($0))\"" } ?? ""
        let color = run.color.map { " fill=\"\(theme($0))\"" } ?? ""
        let look = style(bold: run.isBold && !isBold, italic: run.isItalic && !isItalic)
        return size.isEmpty && color.isEmpty && look.isEmpty
          ? escaped(run.text) : "<tspan\(size)\(look)\(color)>\(escaped(run.text))</tspan>"
      }
      return open + spans.joined() + "</text>"
    }

    /// Whether all of it looks the same.
    private var isPlain: Bool { runs.count == 1 && runs[0].color == nil && runs[0].size == nil }

    private func style(bold: Bool, italic: Bool) -> String {
      (bold ? " font-weight=\"bold\"" : "") + (italic ? " font-style=\"italic\"" : "")
    }
  }
}

extension Plan.Text.Run {
  /// As a piece of a label of Graphviz.
  func markup(_ theme: Theme, isBold: Bool, isItalic: Bool) -> Markup {
    var markup = Markup(text)
    if isItalic || self.isItalic { markup = markup.italic }
    if isBold || self.isBold { markup = markup.bold }
    if let size { return markup.font(size: size, color: theme(color ?? .ink)) }
    return color.map { markup.font(color: theme($0)) } ?? markup
  }
}
