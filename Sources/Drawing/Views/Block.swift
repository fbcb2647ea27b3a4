import Plots
import Sentences

extension Graph {
  /// The residual blocks of the net, one of each structure, side by side on common rows.
  ///
  /// - Throws: `SentenceError` if there is none.
  func blockDiagram(_ look: Look) throws -> Diagram {
    let chart = Flowchart(self, owner: Partition.each(self))
    let blocks = residualBlocks(chart)
    if blocks.isEmpty {
      throw SentenceError(
        "\(name) has no residual block: it adds no shortcut to a branch. The other views can show it."
      )
    }
    let title = blocks.count == 1 ? "A residual block of \(name)" : "Residual blocks of \(name)"
    return BlockFigure(blocks, chart, look).plan(title: title).diagram
  }

  private func residualBlocks(_ chart: Flowchart) -> [ResidualBlock] {
    var seen: Set<String> = []
    return chart.routed.map { ResidualBlock($0, chart) }.filter { block in
      seen.insert(block.structure(chart)).inserted
    }
  }
}

/// Residual blocks side by side.
private struct BlockFigure {
  private let panels: [BlockPanel]
  private var figure = NetFigure()
  /// The items of each panel.
  private var items: [Range<Int>] = []
  private let look: Look
  private let sizes: Sizes
  private var isUpright: Bool { look.direction != .lr }

  init(_ blocks: [ResidualBlock], _ whole: Flowchart, _ look: Look) {
    (self.look, sizes) = (look, Sizes(look.purpose))
    let byShape = blocks.reduce(into: [BlockPanel]()) { panels, block in
      let letters = panels.map(\.shared.count).reduce(0, +)
      panels.append(BlockPanel(block, whole, number: panels.count, letters: letters, look))
    }
    let areDistinct = Set(byShape.map { $0.name + $0.kind }).count == byShape.count
    panels = areDistinct ? byShape : byShape.map { $0.namedByItsNet() }
    let common = CommonRows(panels.map(\.kinds))
    let rows = panels.indices.map {
      panels[$0].chart.rows(mainPath: common.rows[$0], kinds: common.kinds)
    }
    let areCommon = rows.allSatisfy { $0 != nil }
    let widest = panels.flatMap(\.mainFaces).map(\.size.width).max() ?? 0
    for (panel, rows) in zip(panels, rows) {
      let first = figure.net.items.count
      let all = areCommon ? rows.map { $0 + [common.kinds.count] } : nil
      panel.add(to: &figure, rows: all, width: isUpright ? widest : 0)
      items.append(first..<figure.net.items.count)
    }
  }

  func plan(title: String) -> Plan {
    let description = panels.map { panel in
      "\(panel.name), \(panel.kind): \(Formula(panel.block, panel.whole).text)."
    }.joined(separator: " ")
    var measures = GridMeasures(sizes)
    measures.lane = max(sizes.lane, sizes.note * 2 + 14)
    let bracket = isUpright ? 22 + Font(sizes.label).width(of: "F(x)") : 0
    let margin = max(12, sizes.margin)
    let head = 1.2 * sizes.title + 1.5 * sizes.label + 14
    let corner = Plan.Point(margin + bracket, margin + head)
    var placement = Placement(figure.net, measures, isUpright: isUpright, at: corner)
    // Panels are as far apart as their words need.
    let word = Font(sizes.note).width(of: Words(look.language)(.identity)) / 2 + 2
    measures.panels = isUpright ? bracket + word + 12 : head + 8
    placement = Placement(figure.net, measures, isUpright: isUpright, at: corner)
    if isUpright {
      let missing = panels.indices.dropLast().map { n in
        panels[n].right(placement, items[n]) + bracket - left(placement, n + 1) + 8
      }
      measures.panels += max(0, missing.max() ?? 0)
      placement = Placement(figure.net, measures, isUpright: isUpright, at: corner)
    }
    let right = panels.indices.map { panels[$0].right(placement, items[$0]) }.max() ?? 0
    var plan = Plan(
      title: title, description: description, theme: look.theme,
      width: max(corner.x + placement.width + word, right) + margin,
      height: corner.y + placement.height + margin)
    figure.draw(placement, sizes, isUpright: isUpright, to: &plan)
    for (panel, items) in zip(panels, items) {
      let top = isUpright ? margin : self.top(placement, items) - head
      panel.addWords(to: &plan, placement, items, top: top, isUpright: isUpright)
    }
    let words = Words(look.language)
    return plan.explaining(panels.flatMap(\.shared), words, sizes, left: margin)
  }

  /// The upper edge of a panel and its lines.
  private func top(_ placement: Placement, _ items: Range<Int>) -> Double {
    let ids = Set(items.map { figure.net.items[$0].id })
    let lines = placement.lines.filter { ids.contains($0.ends!.from) }.flatMap(\.points).map(\.y)
    return (lines + items.map { placement.items[$0].top }).min()!
  }

  private func left(_ placement: Placement, _ panel: Int) -> Double {
    items[panel].map { placement.items[$0].left }.min()!
  }
}
