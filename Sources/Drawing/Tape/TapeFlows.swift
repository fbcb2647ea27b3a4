import Plots

/// What flows along the paths of a tape: forward, and back as ribbons, arrows and numbers.
extension TapeFigure {
  private typealias Gap = (top: Double, bottom: Double, back: Double?)

  /// The pieces of the main path between stops, the last one down to the loss.
  private func gaps(_ panel: Int) -> [Gap] {
    let (stops, places) = (panels[panel].stops, rows.places[panel])
    var gaps: [Gap] = zip(stops.indices.dropFirst(), places.dropFirst()).map { number, place in
      (places[number - 1].bottom, place.top, stops[number].back)
    }
    if let last = places.last {
      gaps.append((last.bottom, loss(panel) - 15, panels[panel].end.back))
    }
    return gaps
  }

  /// The base line of what the path ends in.
  private func loss(_ panel: Int) -> Double { (rows.places[panel].last?.bottom ?? 0) + 38 }

  /// Where a shortcut leaves the path, and where it enters it.
  private func ends(_ shortcut: TapePanel.Shortcut, _ panel: Int) -> (fork: Double, sum: Double)? {
    guard shortcut.first > 0 else { return nil }
    let places = rows.places[panel]
    let before = places[shortcut.first - 1].bottom
    let same = panels[panel].shortcuts.filter { $0.first == shortcut.first }.map(\.level).sorted()
    let step = Double(same.firstIndex(of: shortcut.level) ?? 0) * 4
    return (before + 7 - step, (places[shortcut.sum].top + places[shortcut.sum].bottom) / 2)
  }

  func addRibbons(_ panel: Int, to plan: inout Plan) {
    let x = center(panel)
    func add(_ points: [Plan.Point], _ value: Double?) {
      guard let value, scale.ribbon(value) > 0 else { return }
      plan.add(
        Plan.Line(
          points: points, color: .gradientTint, width: scale.ribbon(value), radius: sizes.corner + 1
        ))
    }
    for gap in gaps(panel) { add([.init(x, gap.bottom), .init(x, gap.top)], gap.back) }
    for shortcut in panels[panel].shortcuts {
      guard let (fork, sum) = ends(shortcut, panel) else { continue }
      let side = lane(panel) + 12 * Double(shortcut.level)
      add(
        [.init(x + TapeRows.radius, sum), .init(side, sum), .init(side, fork), .init(x, fork)],
        shortcut.back)
    }
  }

  func addPaths(_ panel: Int, to plan: inout Plan) {
    let x = center(panel)
    for gap in gaps(panel) where gap.bottom - gap.top > 1 {
      let room = gap.bottom - gap.top
      plan.add(
        Plan.Line(
          points: [.init(x, gap.top), .init(x, gap.bottom)], width: sizes.path,
          head: min(6, room - 2)))
    }
    for (number, shortcut) in panels[panel].shortcuts.enumerated() {
      guard let (fork, sum) = ends(shortcut, panel) else { continue }
      let side = lane(panel) + 12 * Double(shortcut.level)
      plan.add(
        Plan.Line(
          points: [
            .init(x, fork), .init(side, fork), .init(side, sum), .init(x + TapeRows.radius, sum),
          ], color: .shortcut, width: 2, isDashed: shortcut.isDashed, head: 7.5,
          radius: sizes.corner + 1))
      plan.addDot("panel\(panel)fork\(number)", at: .init(x, fork), radius: sizes.dot)
      if let back = shortcut.back {
        plan.add(
          .init(
            text: inTwoDigits(back), at: .init(side + 10, sum + 0.3 * sizes.note),
            size: sizes.note, color: .gradient))
      }
    }
    plan.add(
      .init(
        text: panels[panel].end.text, at: .init(x, loss(panel)), size: Self.label(sizes),
        anchor: .middle))
  }

  /// An arrow against the path with a number, wherever a gradient flows back into what a layer got.
  func addFlows(_ panel: Int, to plan: inout Plan) {
    let x = center(panel) - 15
    let stops = panels[panel].stops
    for (number, gap) in gaps(panel).enumerated() {
      // Above a sum the gradient is that below it.
      if number + 1 < stops.count, stops[number + 1].isSum { continue }
      guard let back = gap.back else { continue }
      plan.add(
        Plan.Line(
          points: [.init(x, gap.bottom - 1), .init(x, gap.top + 1)], color: .gradient, width: 1.6,
          head: min(7, gap.bottom - gap.top - 6)))
      plan.add(
        .init(
          text: inTwoDigits(back),
          at: .init(x - 9, (gap.top + gap.bottom) / 2 + 0.34 * sizes.note), size: sizes.note,
          color: .gradient, anchor: .end))
    }
  }
}
