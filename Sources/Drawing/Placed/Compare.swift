import Plots
import Sentences

extension Diagram {
  /// Nets side by side on common rows, aligned by the size of what their layers return.
  ///
  /// He et al. 2015, "Deep residual learning for image recognition", figure 3.
  ///
  /// - Parameter nets: each with its title.
  /// - Throws: `SentenceError` if a net has branches side by side, or returns to a size it had left.
  public static func comparison(of nets: [(title: String, graph: Graph)], look: Look = Look())
    throws -> Diagram
  {
    let panels = try nets.map { try Panel($0.graph, title: $0.title) }
    if look.purpose != .page { return try WideComparison(panels, look).plan.diagram }
    return try Comparison(panels, Words(look.language)).plan(look.theme).diagram
  }
}

/// A comparison of nets: a column for each, over common bands.
private struct Comparison {
  let panels: [Panel]
  let rows: Rows
  /// For each net, the lane of each of its shortcuts, 0 for the one next to the boxes.
  let lanes: [[Int]]
  let boxWidth: Double
  /// From the left of one column to that of the next.
  let pitch: Double
  let words: Words

  private static let (left, top) = (96.0, 78.0)
  private static let (firstLane, laneStep) = (24.0, 12.0)
  private static let label = Font(11)

  init(_ panels: [Panel], _ words: Words) throws {
    (self.panels, self.words) = (panels, words)
    rows = try Rows(panels, top: Self.top)
    lanes = panels.map(\.lanes)
    let widest =
      panels.flatMap(\.layers).map { Self.label.width(of: $0.node.title(words)) }.max() ?? 0
    boxWidth = max(132, widest + 12)
    let outermost = lanes.flatMap { $0 }.max() ?? 0
    pitch = boxWidth + Self.firstLane + Self.laneStep * Double(outermost) + 48
  }

  private func x(_ net: Int) -> Double { Self.left + Double(net) * pitch }
  private func middle(_ net: Int) -> Double { x(net) + boxWidth / 2 }

  func plan(_ theme: Theme) -> Plan {
    let legend = ShortcutLegend(
      Set(panels.flatMap(\.shortcuts).map(\.kind)), words, Sizes(.page))
    let width = max(Double(panels.count) * pitch, legend.leastWidth)
    let bottom = rows.bands.last!.bottom + 8
    let titles = panels.map(\.title)
    var plan = Plan(
      title: listed(titles),
      description: "After figure 3 of He et al. 2015: nets side by side, aligned by output size. "
        + panels.map { "\($0.title) has \($0.summary(Words(.english)).joined(separator: ", "))." }
        .joined(separator: " "),
      theme: theme, width: Self.left + width, height: bottom + legend.height(width: width) + 12)
    addHeads(to: &plan)
    for net in panels.indices { add(net, to: &plan) }
    legend.add(to: &plan, left: Self.left, top: bottom + 4, width: width)
    return plan
  }

  private func addHeads(to plan: inout Plan) {
    plan.add(.init(text: words(.outputSize), at: .init(14, 24), color: .muted))
    for (net, panel) in panels.enumerated() {
      let title = Font(15, bold: true).shortened(panel.title, to: pitch - 8)
      plan.add(.init(text: title, at: .init(x(net), 24), size: 15, isBold: true))
      for (line, text) in panel.summary(words).dropFirst().enumerated() {
        plan.add(.init(text: text, at: .init(x(net), 41 + 15 * Double(line)), color: .muted))
      }
    }
    for (number, band) in rows.bands.enumerated() {
      let place = Plan.Rectangle(
        left: 4, top: band.top - 8, width: plan.width - 8, height: band.bottom - band.top + 16)
      if number % 2 == 0 { plan.add(.init(place: place, color: .band)) }
      plan.add(.init(text: written(band.size), at: .init(14, band.top + 12), isBold: true))
    }
  }

  private func add(_ net: Int, to plan: inout Plan) {
    let (panel, tops) = (panels[net], rows.tops[net])
    let ids = panel.layers.indices.map { "net\(net)layer\($0)" }
    for (i, layer) in panel.layers.enumerated() {
      let colors = layer.node.isWeighted ? Color.Box.weights : .weightless
      plan.add(
        Plan.Box(
          id: ids[i],
          place: .init(left: x(net), top: tops[i], width: boxWidth, height: Rows.height),
          line: colors.line, fill: colors.fill, text: layer.node.title(words), size: 11,
          tooltip: layer.node.path ?? ""))
      guard i > 0 else { continue }
      let gap = tops[i] - tops[i - 1] - Rows.height
      plan.add(
        Plan.Line(
          points: [
            .init(middle(net), tops[i - 1] + Rows.height), .init(middle(net), tops[i]),
          ],
          ends: (ids[i - 1], ids[i]), width: 1, head: gap > 8 ? 5 : nil))
    }
    for (shortcut, lane) in zip(panel.shortcuts, lanes[net]) {
      let inner = panel.shortcuts.count { $0.last == shortcut.last && $0.first > shortcut.first }
      let start = tops[shortcut.first] - Rows.step
      let end = tops[shortcut.last] + Rows.height + Rows.step * Double(inner + 1)
      let side = x(net) + boxWidth + Self.firstLane + Self.laneStep * Double(lane)
      plan.add(
        Plan.Line(
          points: [
            .init(middle(net), start), .init(side, start), .init(side, end),
            .init(middle(net), end),
          ],
          ends: (ids[max(0, shortcut.first - 1)], ids[shortcut.last]), color: .shortcut,
          width: 1.75, isDashed: shortcut.kind != .identity, head: 6))
    }
  }

}

extension Panel {
  /// Its depth, its multiply-adds and its parameters.
  fileprivate func summary(_ words: Words) -> [String] {
    [
      words.weightedLayers(depth), words.multiplyAdds(graph.multiplyAdds),
      words.parameters(graph.parameterCount),
    ]
  }
}

/// `a, b and c`.
private func listed(_ names: [String]) -> String {
  guard let last = names.last, names.count > 1 else { return names.first ?? "" }
  return names.dropLast().joined(separator: ", ") + " and " + last
}
