extension LineChart {
  /// The chart, drawn `width` by `height` points.
  ///
  /// It is never smaller than 240 by 160, and grows if its names need more room. Without a value
  /// that could be drawn it is an empty frame that says so.
  public func picture(width: Double = 560, height: Double = 320) -> Picture {
    let colors = lineColors()
    let frame = Frame(self, width: clamped(width, 240), height: clamped(height, 160))
    var picture = Picture(
      width: frame.width, height: frame.height, title: title, description: spoken)
    picture.marks = frame.marks(x: x.label, y: y.label)

    let curves = lines.map { Curve($0, in: frame) }
    for (curve, look) in zip(curves, colors) {
      picture.marks += curve.band.map { .area($0, look.color, opacity: 0.2) }
    }
    for (curve, look) in zip(curves, colors) {
      picture.marks += curve.marks(look.color, dash: look.dash)
    }
    let names = zip(lines, zip(curves, colors)).map { line, drawn in
      EndName(text: line.name, end: drawn.0.end, diverged: drawn.0.diverged, color: drawn.1.color)
    }
    picture.marks += EndName.marks(for: names, in: frame)
    if curves.allSatisfy(\.pieces.isEmpty) {
      let middle = Point((frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2)
      picture.marks.append(.text("no values to draw", middle, .muted, .label, anchor: .middle))
    }
    return picture
  }

  /// What each line is drawn in: its own colour, else its name's, else the next that is free.
  ///
  /// When all are taken, they begin again, dashed.
  func lineColors() -> [(color: Color, dash: [Double])] {
    let asked = lines.map { $0.color ?? colors[$0.name] }
    let taken = Set(asked.compactMap { $0 }).union(colors.values)
    let free = Color.series.filter { !taken.contains($0) }
    let order = free.isEmpty ? Color.series : free
    var next = 0
    return zip(lines, asked).map { line, color in
      if let color { return (color, line.dash) }
      defer { next += 1 }
      let again = (free.isEmpty || next >= order.count) && line.dash.isEmpty
      return (order[next % order.count], again ? [6, 4] : line.dash)
    }
  }

  /// The chart in words: where each line begins and where it ends.
  var spoken: String {
    let journeys = lines.map { line -> String in
      let shown = line.points.filter { x.shows($0.x) && y.shows($0.y) }
      guard let first = shown.first, let last = shown.last else {
        return "\(line.name): no values."
      }
      return "\(line.name): from \(brief(first.y)) at \(brief(first.x)) "
        + "to \(brief(last.y)) at \(brief(last.x))."
    }
    let over = x.label.isEmpty ? "" : " over \(x.label)"
    return (["Line chart of \(y.label.isEmpty ? "values" : y.label)\(over)."] + journeys)
      .joined(separator: " ")
  }
}

/// A side of a picture that can be drawn, whatever was asked for.
func clamped(_ length: Double, _ least: Double) -> Double {
  length >= least ? min(length, 10_000) : least
}
