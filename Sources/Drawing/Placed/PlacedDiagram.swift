import Plots

/// A plan as a diagram for Graphviz, whose engine `nop2` takes every place as it is given.
///
/// In DOT, lengths are in points with `y` upward, but widths and heights of nodes in inches.
extension Plan {
  var diagram: Diagram {
    var diagram = Diagram(title: title, description: description, theme: theme)
    diagram.isPlaced = true
    diagram.graph = [
      "bgcolor": theme(.paper), "pad": "0", "margin": "0", "outputorder": "edgesfirst",
    ]
    diagram.nodeDefaults = [
      "shape": "box", "style": "rounded,filled", "fixedsize": "shape", "margin": "0",
      "fontname": fontFamily, "fontcolor": theme(.ink), "penwidth": "1", "label": "",
    ]
    diagram.edgeDefaults = ["arrowhead": "normal"]
    // An empty frame that is not drawn; its corners decide how large the figure is.
    let page = Rectangle(left: 0, top: 0, width: width, height: height)
    diagram.frames = [.init(path: ["page"], attributes: ["bb": corners(page), "style": "invis"])]
    for (number, band) in bands.enumerated() {
      diagram.frames.append(
        .init(
          path: ["band\(number)"],
          attributes: [
            "bb": corners(band.place), "style": "rounded,filled",
            "color": theme(band.line ?? band.color), "fillcolor": theme(band.color),
            "penwidth": band.line == nil ? "0" : "1",
          ], tooltip: band.tooltip))
    }
    for box in boxes {
      diagram.nodes.append(node(box))
      if box.text.isEmpty { continue }
      let words = Text(
        text: box.text, at: Point(box.place.center.x, box.place.center.y + 0.34 * box.size),
        size: box.size, anchor: .middle)
      diagram.nodes.append(
        .init(id: box.id + "text", attributes: attributes(words), tooltip: box.tooltip))
    }
    for (number, text) in texts.enumerated() {
      diagram.nodes.append(
        .init(id: "text\(number)", attributes: attributes(text), tooltip: text.tooltip))
    }
    for line in lines {
      diagram.edges.append(
        .init(from: line.ends.from, to: line.ends.to, attributes: attributes(line)))
    }
    return diagram
  }

  private func node(_ box: Box) -> Diagram.Node {
    var attributes: Attributes = [
      "pos": written(box.place.center), "width": inches(box.place.width),
      "height": inches(box.place.height), "color": theme(box.line), "fillcolor": theme(box.fill),
    ]
    if box.border != 1 { attributes["penwidth"] = .text(number(box.border)) }
    if box.shape == .circle {
      attributes = attributes.with(["shape": "circle", "style": "filled"])
    }
    if let mark = box.mark { attributes["class"] = .text(mark) }
    return .init(id: box.id, attributes: attributes, tooltip: box.tooltip)
  }

  /// The node of a text reaches from its anchor to the edge of the page, so that no font is too wide for it.
  private func attributes(_ text: Text) -> Attributes {
    let (room, middle, side): (Double, Double, String)
    switch text.anchor {
    case .start:
      room = max(2, width - text.at.x - 2)
      (middle, side) = (text.at.x + room / 2, "\\l")
    case .middle:
      room = max(2, 2 * min(text.at.x, width - text.at.x) - 2)
      (middle, side) = (text.at.x, "")
    case .end:
      room = max(2, text.at.x - 2)
      (middle, side) = (text.at.x - room / 2, "\\r")
    }
    let center = Point(middle, text.at.y - Self.drop * text.size)
    return [
      "pos": written(center), "width": inches(room), "height": inches(1.2 * text.size),
      "shape": "none", "style": "", "fixedsize": "true",
      "label": label(text.text) + side,
      "fontsize": number(text.size), "fontcolor": theme(text.color),
      "fontname": fontFamily + (text.isBold ? boldEnding : "")
        + (text.isItalic ? italicEnding : ""),
    ]
  }

  /// How far below the middle of a node Graphviz puts the base line of its label, in sizes of the font.
  ///
  /// Measured from size 11 to 15: 0.255 to 0.258.
  private static let drop = 0.257

  private func attributes(_ line: Line) -> Attributes {
    let curve = RoundedLine(line)
    let tip = curve.tip.map { "e,\(written($0)) " } ?? ""
    let attributes: Attributes = [
      "pos": tip + curve.controls.map(written).joined(separator: " "), "color": theme(line.color),
      "penwidth": number(line.width), "style": line.isDashed ? "dashed" : "solid",
      "dir": line.head == nil ? "none" : "forward",
    ]
    return line.head.map { attributes.with(["arrowsize": number($0 / 10)]) } ?? attributes
  }

  private func corners(_ place: Rectangle) -> String {
    written(Point(place.left, place.bottom)) + "," + written(Point(place.right, place.top))
  }

  private func written(_ point: Point) -> String {
    "\(number(point.x)),\(number(height - point.y))"
  }
}

/// In plain labels a backslash begins an escape.
private func label(_ text: String) -> String { text.replacing("\\", with: "\\\\") }

private func inches(_ points: Double) -> String { "\((points / 72 * 1e5).rounded() / 1e5)" }

private func number(_ value: Double) -> String { svgNumber(value) }

/// What Graphviz wants behind a family; SVG has other attributes for it, see `FinishedSVG`.
let (boldEnding, italicEnding) = (" bold", " italic")
