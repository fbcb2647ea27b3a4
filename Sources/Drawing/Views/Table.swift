import Plots

// Nodes of several rows, such as a convolution with its norm and activation.

extension Sketch {
  /// A node that is a table of these rows, and nothing else.
  func table(_ rows: [Markup], line: Color) -> Attributes {
    let whole = rows.map { $0.inside("TR") }.together.inside(
      "TABLE",
      [
        "BORDER": "0", "CELLBORDER": "1", "CELLSPACING": "0", "CELLPADDING": "4",
        "COLOR": theme(line),
      ])
    // Without a style of its own it would stand on a plate.
    return (["shape": "plain", "style": ""] as Attributes).labeled(whole)
  }

  func cell(
    _ content: Markup, ground: Color, width: Int? = nil, span: Int = 1
  ) -> Markup {
    let width = width.map { "\($0)" } ?? ""
    return content.inside(
      "TD",
      [
        "BGCOLOR": theme(ground), "WIDTH": width.isEmpty ? "1" : width, "COLSPAN": "\(span)",
      ])
  }
}
