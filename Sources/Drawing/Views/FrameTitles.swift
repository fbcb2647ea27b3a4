import Plots

extension Module {
  /// The title of a frame around the layer: its name, with the number of repeats in a folded graph.
  ///
  /// The layers `layer1.0` to `layer1.2` together are `layer1.0…2 × 3`.
  var shownName: String {
    guard let repeats else { return name.shortened }
    let last = repeats.lastName.split(separator: ".").last.map(String.init) ?? repeats.lastName
    return "\(name.shortened)…\(last.shortened) × \(repeats.count)"
  }
}

extension String {
  /// A name of at most 48 letters, for a box: of a longer one the beginning and the end.
  var shortened: String { count <= 48 ? self : "\(prefix(28))…\(suffix(19))" }
}

extension Sketch {
  func frameTitle(_ module: Module) -> Markup {
    frameTitle(module.shownName, module.type.shortened)
  }

  func frameTitle(_ name: String, _ under: String) -> Markup {
    // The taller space adds room below the lines.
    [Markup(name).bold, small(under, 8) + small("\u{A0}", 12)].leftLines
  }

  /// The width, in inches, of boxes on the main path, so that it does not cross the titles of frames.
  ///
  /// The path is in the middle of a frame, the title starts at the left.
  func boxWidth(below titles: some Sequence<(name: String, under: String)>) -> Double {
    let widths = titles.map { title in
      max(Font(10, bold: true).width(of: title.name), Font(8).width(of: title.under))
    }
    return max(1.7, ((widths.max() ?? 0) * 2.3) / 72)
  }
}

/// The colors of a stage's frame, the same for all: a stage is a place, and has no color of its own.
let stageColors = (line: Color.rule, fill: Color.band)
