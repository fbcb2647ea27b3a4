import Plots

/// A diagram being built, and the shapes that all views use.
struct Sketch {
  var diagram: Diagram
  let theme: Theme
  let direction: Direction

  init(title: String, description: String, theme: Theme, direction: Direction) {
    (self.theme, self.direction) = (theme, direction)
    diagram = Diagram(title: title, description: description, theme: theme)
    diagram.graph = [
      "rankdir": direction.rawValue.uppercased(), "bgcolor": theme(.paper), "fontname": fonts,
      "fontsize": "10", "fontcolor": theme(.ink), "pad": "0.15", "nodesep": "0.35",
      "ranksep": "0.28", "splines": "spline", "labelloc": "b",
    ]
    diagram.nodeDefaults = [
      "shape": "box", "style": "rounded,filled", "fontname": fonts, "fontsize": "11",
      "fontcolor": theme(.ink), "color": theme(.ink), "fillcolor": theme(.paper),
      "margin": "0.12,0.06", "height": "0.3", "width": "0.3", "penwidth": "1.1",
    ]
    diagram.edgeDefaults = [
      "fontname": fonts, "fontsize": "9", "fontcolor": theme(.muted), "color": theme(.ink),
      "penwidth": "1.1", "arrowsize": "0.65",
    ]
  }

  var isUpright: Bool { direction == .tb }

  mutating func add(
    _ id: String, _ attributes: Attributes, in frame: [String] = [], group: String? = nil,
    tooltip: String = ""
  ) {
    let grouped = group.map { attributes.with(["group": $0]) } ?? attributes
    diagram.nodes.append(.init(id: id, frame: frame, attributes: grouped, tooltip: tooltip))
  }

  mutating func join(_ from: String, _ to: String, _ attributes: Attributes = [:]) {
    diagram.edges.append(.init(from: from, to: to, attributes: attributes))
  }
}

/// Font families in order of preference.
///
/// Graphviz measures text in the first, which is on every Debian; Verdana, which most other systems have,
/// is as wide. The last ones have Chinese characters.
private let fonts =
  "DejaVu Sans,Verdana,Geneva,PingFang SC,Microsoft YaHei,Noto Sans CJK SC,sans-serif"

extension Sketch {
  func box(line: Color, fill: Color) -> Attributes {
    ["fillcolor": theme(fill), "color": theme(line)]
  }

  /// A title with small lines below it.
  func titled(_ title: Markup, _ lines: [String]) -> Markup {
    ([title] + lines.map { small("\u{202F}", 10.5) + small($0) + small("\u{202F}", 10.5) }).lines
  }

  func small(_ text: String, _ size: Double = 8.5) -> Markup {
    Markup(text).font(size: size, color: theme(.muted))
  }

  /// A box with several rows, such as a convolution with its norm and activation.
  func table(_ rows: [Markup], line: Color) -> Attributes {
    let whole = rows.map { $0.inside("TR") }.concatenated.inside(
      "TABLE",
      [
        "BORDER": "0", "CELLBORDER": "1", "CELLSPACING": "0", "CELLPADDING": "4",
        "COLOR": theme(line),
      ])
    // The default style would draw a second box behind the table.
    return (["shape": "plain", "style": ""] as Attributes).labeled(whole)
  }

  func cell(_ content: Markup, fill: Color, width: Int = 1, span: Int = 1) -> Markup {
    content.inside(
      "TD", ["BGCOLOR": theme(fill), "WIDTH": "\(width)", "COLSPAN": "\(span)"])
  }
}
