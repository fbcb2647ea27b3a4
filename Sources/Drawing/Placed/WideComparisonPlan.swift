import Plots

/// A comparison for a slide as a plan.
extension WideComparison {
  var plan: Plan {
    let claim = panels.map(\.title).joined(separator: words(.comma))
    var plan = Plan(
      title: claim,
      description: panels.map { panel in
        panel.title + words(.colon) + words.weightedLayers(panel.depth) + words(.comma)
          + words.multiplyAdds(panel.graph.multiplyAdds)
      }.joined(separator: words(.semicolon)) + words(.period), theme: look.theme,
      width: sizes.width, height: sizes.height!)
    let font = Font(sizes.claim, bold: true)
    plan.add(
      .init(
        text: font.shortened(claim, to: sizes.width - 48), at: .init(24, 44), size: sizes.claim,
        isBold: true))
    plan.add(.init(text: words(.outputSize), at: .init(24, 82), size: sizes.note, color: .muted))
    for (number, band) in bands.enumerated() {
      if number % 2 == 0 {
        plan.add(
          Plan.Band(
            place: .init(left: band.left, top: 64, width: band.right - band.left, height: 442),
            color: .band))
      }
      plan.add(
        .init(
          text: side(columns[number]), at: .init((band.left + band.right) / 2, 82),
          size: sizes.note, color: .muted, anchor: .middle))
    }
    for net in panels.indices { add(net, to: &plan) }
    let legend = ShortcutLegend(Set(panels.flatMap(\.shortcuts).map(\.kind)), words, sizes)
    legend.add(to: &plan, left: 24, top: 508, width: sizes.width - 48)
    return plan
  }

  private func add(_ net: Int, to plan: inout Plan) {
    let panel = panels[net]
    let middle = Self.top + pitch * (Double(net) + 0.5) + 8
    plan.add(.init(text: panel.title, at: .init(24, middle - 14), size: 17, isBold: true))
    for (row, text) in [
      words.weightedLayers(panel.depth), words.multiplyAdds(panel.graph.multiplyAdds),
    ].enumerated() {
      plan.add(
        .init(
          text: text, at: .init(24, middle + 6 + 18 * Double(row)), size: sizes.note, color: .muted)
      )
    }
    for (layer, x) in lefts[net].enumerated() {
      let own = panel.layers[layer]
      let height = panel.height(layer)
      let colors = own.node.isWeighted ? Color.Box.weights : .weightless
      let id = "net\(net)layer\(layer)"
      plan.add(
        Plan.Box(
          id: id, place: .init(left: x, top: middle - height / 2, width: Self.bar, height: height),
          line: colors.line, fill: colors.fill,
          tooltip: own.node.title(words) + (own.node.path.map { ", " + $0 } ?? "")))
      guard layer > 0 else { continue }
      let gap = x - lefts[net][layer - 1] - Self.bar
      plan.add(
        Plan.Line(
          points: [.init(lefts[net][layer - 1] + Self.bar, middle), .init(x, middle)],
          ends: ("net\(net)layer\(layer - 1)", id), width: 1, head: gap > 12 ? 5 : nil))
    }
    for (number, band) in bands.enumerated() {
      plan.add(
        .init(
          text: panel.words(members[net][number], words),
          at: .init((band.left + band.right) / 2, middle + 46), size: sizes.note, anchor: .middle))
    }
    addShortcuts(net, middle, to: &plan)
  }

  private func addShortcuts(_ net: Int, _ middle: Double, to plan: inout Plan) {
    let panel = panels[net]
    for (shortcut, lane) in zip(panel.shortcuts, panel.lanes) {
      let from = lefts[net][shortcut.first] - 2
      let to = lefts[net][shortcut.last] + Self.bar + 2.5
      let top = middle - 34 - 7 * Double(lane)
      plan.add(
        Plan.Line(
          points: [.init(from, middle), .init(from, top), .init(to, top), .init(to, middle)],
          color: .shortcut, width: 1.75, isDashed: shortcut.kind != .identity, head: 5, radius: 5))
    }
  }
}

extension Panel {
  /// The height of a layer's bar, by the logarithm of its channels.
  fileprivate func height(_ layer: Int) -> Double {
    let shape = layers[layer].node.shape
    guard layers[layer].node.isWeighted, shape.count > 1 else { return 20 }
    var (height, channels) = (18.0, shape[1])
    while channels > 16, height < 48 {
      height += 6
      channels /= 2
    }
    return height
  }
}
