import Plots

/// Residual blocks side by side as a plan.
extension BlockSamples {
  var plan: Plan {
    let bottom = places.last!.bottom
    var plan = Plan(
      title: claim,
      description: zip(samples, charts).map { sample, chart in
        ([sample.title, formula(chart)]
          + sample.facts.map {
            let fact = sample.text($0, words)
            return fact.number + " " + fact.meaning
          })
          .joined(separator: words(.comma))
      }.joined(separator: words(.semicolon)) + words(.period),
      theme: look.theme, width: width, height: sizes.height ?? bottom + foot)
    if look.purpose == .slide {
      let font = Font(sizes.claim, bold: true)
      plan.add(
        .init(
          text: font.shortened(claim, to: width - 2 * left), at: .init(left, 44),
          size: sizes.claim, isBold: true))
    }
    if marksEnd, let sum = rows.kinds.lastIndex(of: .addition) {
      let top = places[sum].bottom + 4
      plan.add(
        Plan.Band(
          place: .init(
            left: left - 14, top: top, width: width - 2 * left + 28, height: bottom + 8 - top),
          color: .band))
      plan.add(
        .init(
          text: words(.behindTheSum), at: .init(width - left + 4, bottom - 1), size: sizes.note,
          color: .muted, anchor: .end))
    }
    for number in samples.indices { add(number, to: &plan) }
    return plan
  }

  func x(_ number: Int) -> Double { left + pitch * Double(number) }
  func center(_ number: Int) -> Double { x(number) + box / 2 }

  private func add(_ number: Int, to plan: inout Plan) {
    let (sample, chart) = (samples[number], charts[number])
    let (skip, x) = (chart.shortcutsAlongMainPath[0], center(number))
    let head = (look.purpose == .slide ? 84.0 : 24)
    plan.add(
      .init(
        text: sample.title, at: .init(self.x(number), head), size: min(15, sizes.title),
        isBold: true))
    if !sample.difference.isEmpty {
      plan.add(.init(text: sample.difference, at: .init(self.x(number), head + 19), size: size))
    }
    // x, and what it is.
    let top = places[0].top - 26
    plan.add(
      .init([.init("x", italic: true)], at: .init(x, top - 4), size: size + 2, anchor: .middle))
    if !sample.difference.isEmpty {
      plan.add(
        .init(
          text: extent(of: chart.first(0).shape), at: .init(x + 12, top - 4), size: sizes.note,
          color: .muted))
    }
    let cells = chart.mainPath.dropFirst()
    var y = top
    var before = "block\(number)x"
    plan.addDot(before, at: .init(x, top + 0.5), radius: 0.6)
    var forkY = skip.fork == 0 ? top + 9 : 0
    for (cell, row) in zip(cells, rows.rows[number]) {
      let (place, node) = (places[row], chart.first(cell))
      let id = "block\(number)\(chart.id(cell))"
      if place.top - y > 4 {
        plan.add(
          Plan.Line(
            points: [.init(x, y), .init(x, place.top)], ends: (before, id), width: sizes.path,
            head: min(sizes.head, place.top - y - 2)))
      }
      if node.kind == .addition {
        plan.addSum(id, at: .init(x, place.top + 10), radius: 9.5)
      } else {
        plan.add(
          Plan.Box(
            id: id,
            place: .init(
              left: self.x(number), top: place.top, width: box, height: place.bottom - place.top),
            line: node.kind.line, fill: node.kind.fill, text: node.title(words), size: size,
            tooltip: node.path ?? ""))
      }
      if cell == skip.fork { forkY = place.bottom + 5 }
      (y, before) = (place.bottom, id)
    }
    let end = places.last!.bottom + 18
    plan.addDot("block\(number)y", at: .init(x, end + 1), radius: 0.6)
    plan.add(
      Plan.Line(
        points: [.init(x, y), .init(x, end)], ends: (before, "block\(number)y"), width: sizes.path,
        head: sizes.head))
    addShortcut(skip, number, from: forkY, to: &plan)
    addFoot(number, from: end, to: &plan)
  }
}
