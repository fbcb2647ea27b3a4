import Plots
import Sentences

extension Graph {
  /// Weighted layers, pools and shortcuts, as in the first paper on residual nets.
  ///
  /// He et al. 2015, "Deep residual learning for image recognition", figure 3.
  func paperDiagram(_ look: Look) -> Diagram {
    let (graph, kinds) = (withoutProjections, shortcutKinds)
    let chart = Flowchart(graph, owner: Partition.major(graph))
    let layers = chart.mainPath.filter { chart.first($0).isWeighted }.count
    return PaperFigure(chart, kinds, look).plan(
      title: "\(name) with \(counted(layers, "weighted layer"))",
      description: "After figure 3 of He et al. 2015: "
        + "\(counted(chart.skipConnections.count, "shortcut")), \(parameters(parameterCount)).",
      name: name, layers: layers, of: self
    ).diagram
  }
}

/// The figure of a net's weighted layers, in bands of one output size.
private struct PaperFigure {
  private let chart: Flowchart
  private let kinds: [Int: ShortcutKind]
  private let look: Look
  private let sizes: Sizes
  private let words: Words
  private let shared: [SharedWeights]
  private var figure = NetFigure()
  private var isUpright: Bool { look.direction != .lr }
  private var type: Double { sizes.note }

  init(_ chart: Flowchart, _ kinds: [Int: ShortcutKind], _ look: Look) {
    (self.chart, self.kinds, self.look) = (chart, kinds, look)
    (sizes, words) = (Sizes(look.purpose), Words(look.language))
    let aside = Set(chart.routed.flatMap(\.shortcut))
    shared = chart.sharedWeights()
    let letters = shared.letters
    var faces = chart.cells.indices.map { cell -> Face in
      let node = chart.first(cell)
      if let refused = Face(refusalOf: chart.last(cell), words, sizes) { return refused }
      if node.kind == .addition { return .point }
      let title = aside.contains(cell) ? node.shortTitle(words) : node.title(words)
      let colors = node.isWeighted ? Color.Box.weights : .weightless
      var face = Face.box(
        colors, isUpright ? [.init(title.shortened, type)] : lines(title.shortened),
        letter: letters[cell], sizes, tooltip: node.path ?? "")
      if isUpright { face.size.height = type + 4 }
      return face
    }
    for isAside in [false, true] {
      let group = faces.indices.filter { faces[$0].shape == .box && aside.contains($0) == isAside }
      let (width, height) = (
        group.map { faces[$0].size.width }.max() ?? 0,
        group.map { faces[$0].size.height }.max() ?? 0
      )
      for i in group {
        if isUpright { faces[i].size.width = max(width, isAside ? 0 : 128) }
        if !isUpright { faces[i].size.height = height }
      }
    }
    for (cell, face) in faces.enumerated() {
      figure.add(
        face,
        .init(
          id: chart.id(cell), width: face.size.width, height: face.size.height,
          isAside: aside.contains(cell), isTight: isInside(cell)), sizes)
    }
    figure.addLinks(
      chart, isDashed: { kinds[chart.first($0.addition).line] ?? .identity != .identity })
  }

  /// From left to right, a title stands in several short lines.
  private func lines(_ title: String) -> [Face.Line] {
    title.split(separator: ", ").flatMap { $0.split(separator: " ") }.map {
      .init(String($0), type)
    }
  }

  /// Whether a shortcut goes around both a layer and the one before it, and nothing begins or ends between.
  private func isInside(_ cell: Int) -> Bool {
    guard let before = chart.cells[cell].inputs.first, chart.first(cell).kind != .addition,
      chart.first(before).kind != .addition, chart.consumers(of: before).count == 1
    else { return false }
    return chart.skipConnections.contains { $0.branch.contains(cell) && $0.branch.contains(before) }
  }

  func plan(title: String, description: String, name: String, layers: Int, of graph: Graph) -> Plan
  {
    var measures = GridMeasures(sizes)
    (measures.gap, measures.leave, measures.arrive) = (12, 7, 12)
    let margin = max(sizes.margin, 12)
    let summary = [
      words.weightedLayers(layers), words.multiplyAdds(graph.multiplyAdds),
      words.parameters(graph.parameterCount),
    ]
    let bands = isUpright ? PaperBands(chart) : nil
    let left = margin + (bands?.width(sizes, words) ?? 0)
    let step = 1.35 * sizes.note
    let head = 1.2 * sizes.title + 3 * step + 10
    let placement = Placement(
      figure.net, measures, isUpright: isUpright, at: .init(left, margin + head))
    let legend = ShortcutLegend(Set(chart.routed.map(kind)), words, sizes)
    let shortcuts = chart.routed.map { 34 + Font(sizes.note).width(of: kind($0).name(words)) }
    let textWidth = (summary.map { Font(sizes.note).width(of: $0) } + shortcuts).max()!
    let titleWidth = Font(sizes.title, bold: true).width(of: name.shortened)
    let bottom = margin + head + placement.height
    let width = [placement.width, textWidth, titleWidth, legend.leastWidth].max()!
    var plan = Plan(
      title: title, description: description, theme: look.theme,
      width: left + width + margin,
      height: bottom + margin + legend.height(width: width) + 4)
    bands?.draw(to: &plan, placement, sizes, words, top: margin + head - 8, bottom: bottom + 8)
    plan.add(
      .init(
        text: name.shortened, at: .init(left, margin + 0.8 * sizes.title), size: sizes.title,
        isBold: true))
    for (number, line) in summary.enumerated() {
      let base = margin + 1.2 * sizes.title + step * (Double(number) + 0.7)
      plan.add(.init(text: line, at: .init(left, base), size: sizes.note, color: .muted))
    }
    figure.draw(placement, sizes, isUpright: isUpright, to: &plan)
    legend.add(to: &plan, left: left, top: bottom + margin - 4, width: width)
    return plan.explaining(shared, words, sizes, left: left)
  }

  private func kind(_ skip: SkipConnection) -> ShortcutKind {
    kinds[chart.first(skip.addition).line] ?? .identity
  }
}
