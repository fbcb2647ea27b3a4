import Plots

// What stands in the top left corner of a frame.

extension Module {
  /// Its name, or the names from the first to the last if it stands for several.
  ///
  /// `layer1.0` to `layer1.2` are `layer1.0…2`.
  var shownName: String {
    guard let repeats else { return name }
    let last = repeats.lastName.split(separator: ".").last.map(String.init) ?? repeats.lastName
    return "\(name)…\(last) × \(repeats.count)"
  }
}

extension Sketch {
  func frameTitle(_ module: Module) -> Markup {
    frameTitle(module.shownName, module.type)
  }

  func frameTitle(_ name: String, _ under: String) -> Markup {
    // The taller blank keeps the lines apart.
    [Markup(name).bold, small(under, 8) + small("\u{A0}", 12)].leftLines
  }

  /// How wide the boxes on the main road must be so that it does not run through a frame's title.
  ///
  /// The road enters in the middle, the title begins at the left.
  func boxWidth(below titles: some Sequence<(name: String, under: String)>) -> Double {
    let widths = titles.map { title in
      max(Font(10, bold: true).width(of: title.name), Font(8).width(of: title.under))
    }
    return max(1.7, ((widths.max() ?? 0) * 2.3) / 72)
  }
}

/// A way to give neighbouring stages colours that differ.
func stageColors(_ stage: Int) -> (line: Color, ground: Color) {
  let order = [3, 6, 1, 0, 2, 4, 5]
  return Color.grounds[order[stage % order.count]]
}
