import Plots

/// What a section of an overview looks like: its slabs on the path, and its texts below them.
extension StripSection {
  func addSlabs(to plan: inout Plan, x: Double, path: inout StripPath) {
    var x = x
    for slab in slabs {
      let fork = x + 2
      if slab.skip != nil { x += 14 }
      path.reach(x, in: &plan)
      let colors = slab.isWeighted ? Color.Box.weights : .weightless
      let id = path.id()
      plan.add(
        Plan.Box(
          id: id,
          place: .init(
            left: x, top: path.middle - slab.height / 2, width: slab.width, height: slab.height),
          line: colors.line, fill: colors.fill, tooltip: slab.tooltip, shape: .square))
      path.record(slab.cells, from: x, to: x + slab.width)
      x += slab.width
      path.leave(x)
      if let skip = slab.skip {
        let (sum, radius) = (x + 15, 7.0)
        path.reach(sum - radius, in: &plan, head: false)
        plan.add(
          Plan.Line(
            points: [
              .init(fork, path.middle), .init(fork, path.middle - path.arc),
              .init(sum, path.middle - path.arc), .init(sum, path.middle - radius),
            ], color: .shortcut, width: sizes.shortcut, isDashed: !skip.isIdentity,
            head: sizes.shortcutHead, radius: sizes.corner))
        plan.addDot(path.id(), at: .init(fork, path.middle), radius: sizes.dot)
        plan.addSum(path.id(), at: .init(sum, path.middle), radius: radius)
        x = sum + radius
        path.leave(x)
      }
      if slab.hidden > 0 {
        path.reach(x + 8, in: &plan, head: false)
        for step in 0..<3 {
          plan.addDot(
            path.id(), at: .init(x + 15 + 6 * Double(step), path.middle), radius: 1.5,
            color: .muted)
        }
        path.leave(x + 34)
        x += 34
      }
      x += 12
    }
  }

  func addTexts(
    to plan: inout Plan, x: Double, top: Double, rows: Int, _ words: Words, _ chart: Flowchart
  ) {
    let size = Self.size(sizes)
    var base = top + 14
    let blocks = section.blocks(words, chart).map {
      [Plan.Text.Run("  " + $0, color: .muted, size: sizes.note > 13 ? sizes.note : 13)]
    }
    plan.add(
      .init(
        [.init(section.name(words), bold: true)] + (blocks ?? []), at: .init(x, base),
        size: sizes.title))
    base += size * 1.7
    plan.add(.init(text: section.result(words), at: .init(x, base), size: size))
    for (row, operation) in operations.enumerated() {
      let y = base + size * 1.4 * Double(row + 1) + 2
      plan.add(.init(text: operation, at: .init(x, y), size: size, color: .muted))
    }
    base += size * 1.4 * Double(rows) + size * 0.3
    for text in [texts[texts.count - 1], texts[texts.count - 2]] {
      base += size * 1.6
      if !text.isEmpty {
        plan.add(.init(text: text, at: .init(x, base), size: size, color: .muted))
      }
    }
  }
}
