import Plots

/// A plan as a diagram for Graphviz, whose engine `nop2` takes every place as it is given.
///
/// In DOT, lengths are in points with `y` upward, but widths and heights of nodes in inches.
extension Plan {
  var diagram: Diagram {
    var diagram = Diagram(title: title, description: description, theme: theme)
    diagram.plan = self
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
    // Edges are drawn in the order of the nodes they come from.
    let none: Attributes = [
      "pos": written(page.center), "shape": "none", "style": "invis", "width": "0.01",
      "height": "0.01",
    ]
    diagram.nodes.append(.init(id: nowhere, attributes: none))
    for box in boxes {
      diagram.nodes.append(node(box))
      diagram.nodes += box.lines.enumerated().map { number, text in
        node("\(box.id)text\(number)", text, tooltip: box.tooltip)
      }
    }
    diagram.nodes += texts.enumerated().map { number, text in
      node("text\(number)", text, tooltip: text.tooltip)
    }
    for line in lines {
      let (from, to) = line.ends ?? (nowhere, nowhere)
      diagram.edges.append(.init(from: from, to: to, attributes: attributes(line)))
    }
    return diagram
  }

  private func node(_ box: Box) -> Diagram.Node {
    let attributes: Attributes = [
      "pos": written(box.place.center), "width": inches(box.place.width),
      "height": inches(box.place.height), "color": theme(box.line), "fillcolor": theme(box.fill),
      "penwidth": number(box.border), "shape": box.shape == .circle ? "circle" : "box",
      "style": (box.shape == .rounded ? "rounded," : "") + "filled"
        + (box.isDashed ? ",dashed" : ""),
    ]
    let marked = box.mark.map { attributes.with(["class": $0]) } ?? attributes
    return .init(id: box.id, attributes: marked, tooltip: box.tooltip)
  }

  private func node(_ id: String, _ text: Plan.Text, tooltip: String = "") -> Diagram.Node {
    .init(id: id, attributes: attributes(text), tooltip: tooltip, text: text)
  }

  /// The node of a text reaches from its anchor to the edge of the page, so that no font is too wide for it.
  private func attributes(_ text: Plan.Text) -> Attributes {
    let isPlain = text.runs.count == 1 && !text.runs[0].isBold && !text.runs[0].isItalic
    let anchor = isPlain ? text.anchor : .middle
    let x = isPlain ? text.at.x : (text.span.lowerBound + text.span.upperBound) / 2
    let (room, middle): (Double, Double)
    switch anchor {
    case .start: (room, middle) = (max(2, width - x - 2), x + max(2, width - x - 2) / 2)
    case .middle: (room, middle) = (max(2, 2 * min(x, width - x) - 2), x)
    case .end: (room, middle) = (max(2, x - 2), x - max(2, x - 2) / 2)
    }
    let center = Point(middle, text.at.y - Self.drop * text.size)
    let attributes: Attributes = [
      "pos": written(center), "width": inches(room), "height": inches(1.2 * text.size),
      "shape": "none", "style": "", "fixedsize": "true",
      "label": label(text.text) + [.start: "\\l", .end: "\\r"][anchor, default: ""],
      "fontsize": number(text.size), "fontcolor": theme(text.color),
      "fontname": fontFamily + (text.isBold && isPlain ? " bold" : "")
        + (text.isItalic && isPlain ? " italic" : ""),
    ]
    if isPlain { return attributes }
    return attributes.labeled(
      text.runs.map { $0.markup(theme, isBold: text.isBold, isItalic: text.isItalic) }.concatenated)
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
    return line.head.map {
      attributes.with(["arrowsize": number(RoundedLine.inside($0, line.width) / 10)])
    } ?? attributes
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

extension Plan.Box {
  /// The lines of its text, in its middle.
  fileprivate var lines: [Plan.Text] {
    let lines = text.isEmpty ? [] : text.split(separator: "\n", omittingEmptySubsequences: false)
    let first = place.center.y + 0.34 * size - 0.58 * size * Double(lines.count - 1)
    return lines.enumerated().map { number, line in
      Plan.Text(
        text: String(line), at: .init(place.center.x, first + 1.16 * size * Double(number)),
        size: size, anchor: .middle)
    }
  }
}

/// The id of a node that is not drawn, for lines without ends.
private let nowhere = "nowhere"
