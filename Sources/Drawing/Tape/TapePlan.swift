import Plots

/// Tapes as a plan: ribbons first, the paths on them, then boxes, bars and numbers.
extension TapeFigure {
  var plan: Plan {
    var plan = Plan(
      title: claim, description: spoken, theme: look.theme, width: width, height: height)
    addTitles(to: &plan)
    for panel in panels.indices {
      addScale(panel, to: &plan)
      addRibbons(panel, to: &plan)
      addPaths(panel, to: &plan)
      addBoxes(panel, to: &plan)
      addFlows(panel, to: &plan)
    }
    let left = left(0)
    let runs: [Plan.Text.Run] = [
      .init(words(.violet), bold: true, color: .gradient), .init(words(.gradientLegend)),
    ]
    let legend = Plan.Text(runs, at: .init(left, height - 12), size: sizes.note, color: .muted)
    if legend.width < width - 2 * left + 20 {
      plan.add(legend)
    } else {
      for (row, run) in runs.enumerated() {
        let text =
          row == 0 ? words(.violet) + words(.colon) + words(.gradient) : words(.gradientScale)
        plan.add(
          .init(
            text: text, at: .init(left, height - 30 + 18 * Double(row)), size: sizes.note,
            isBold: run.isBold, color: run.color ?? .muted))
      }
    }
    return plan
  }

  private var spoken: String {
    zip(names, panels).map { name, panel in
      let weights = panel.layers.compactMap { $0.weight.map { inTwoDigits($0) } }
      return name + words(.colon) + words(.gradientOfWeights) + " "
        + weights.joined(separator: ", ")
    }.joined(separator: words(.semicolon)) + words(.period)
  }

  private func addTitles(to plan: inout Plan) {
    let contents = width - 2 * left(0)
    if look.purpose != .page {
      let isPhone = look.purpose == .phone
      let base = isPhone ? sizes.claim : 44.0
      let font = Font(sizes.claim, bold: true)
      plan.add(
        .init(
          text: font.shortened(isPhone ? names[0] : claim, to: contents), at: .init(left(0), base),
          size: sizes.claim,
          isBold: true))
    }
    guard panels.count > 1 else { return }
    for (number, name) in names.enumerated() {
      let font = Font(sizes.title, bold: true)
      plan.add(
        .init(
          text: font.shortened(name, to: pitch - 12),
          at: .init(left(number), look.purpose == .slide ? 82 : 20), size: sizes.title,
          isBold: true))
    }
  }

  private func addScale(_ panel: Int, to plan: inout Plan) {
    guard let top = rows.places[panel].first?.top else { return }
    let bottom = rows.places[panel].last!.bottom + 8
    if look.purpose == .phone {
      plan.add(
        .init(
          text: words(.gradientOfWeights), at: .init(width - 2, top - 13), size: sizes.note,
          color: .muted, anchor: .end))
      return
    }
    plan.add(
      .init(
        text: words(.gradientOfWeights), at: .init(bars(panel), top - 32), size: sizes.note,
        color: .muted))
    for tick in scale.ticks {
      let x = bars(panel) + tick.place
      // Behind a bar the line is not drawn.
      var from = top - 8
      for (stop, place) in zip(panels[panel].stops, rows.places[panel])
      where stop.weight.map({ scale.bar($0) > tick.place - 2 }) ?? false {
        addGridLine(x, from, place.top + 3, to: &plan)
        from = place.bottom - 3
      }
      addGridLine(x, from, bottom, to: &plan)
      plan.add(
        .init(
          text: tick.text, at: .init(x, top - 13), size: sizes.note, color: .muted, anchor: .middle)
      )
    }
  }

  private func addGridLine(_ x: Double, _ top: Double, _ bottom: Double, to plan: inout Plan) {
    guard bottom - top > 1 else { return }
    plan.add(Plan.Line(points: [.init(x, top), .init(x, bottom)], color: .faint, width: 1))
  }

  private func addBoxes(_ panel: Int, to plan: inout Plan) {
    let x = center(panel)
    for (stop, place) in zip(panels[panel].stops, rows.places[panel]) {
      let id = "panel\(panel)\(panels[panel].chart.id(stop.cell))"
      if stop.isSum {
        plan.addSum(id, at: .init(x, (place.top + place.bottom) / 2), radius: TapeRows.radius)
        continue
      }
      plan.add(
        Plan.Box(
          id: id,
          place: .init(
            left: x - boxWidth / 2, top: place.top, width: boxWidth,
            height: place.bottom - place.top), line: stop.node.kind.line, fill: stop.node.kind.fill,
          text: stop.node.title(words), size: Self.label(sizes), tooltip: stop.node.path ?? ""))
      if let weight = stop.weight { addBar(weight, panel, place, id, to: &plan) }
    }
  }

  private func addBar(
    _ weight: Double, _ panel: Int, _ place: (top: Double, bottom: Double), _ id: String,
    to plan: inout Plan
  ) {
    let length = scale.bar(weight)
    if length > 0 {
      plan.add(
        Plan.Box(
          id: id + "bar",
          place: .init(
            left: bars(panel), top: place.top + 4, width: length,
            height: place.bottom - place.top - 8), line: .gradient, fill: .gradient,
          shape: .square, border: 0))
    }
    plan.add(
      .init(
        text: inTwoDigits(weight),
        at: .init(bars(panel) + length + 6, (place.top + place.bottom) / 2 + 0.34 * sizes.note),
        size: sizes.note))
  }
}
