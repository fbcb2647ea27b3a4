import Plots
import Sentences

extension Graph {
  /// A box for each operation, in frames for the layers that contain it.
  func nestedDiagram(_ look: Look) -> Diagram {
    let graph = look.expands ? self : folded()
    let depth = look.depth ?? Int.max
    let chart = Flowchart(graph, owner: Partition.calls(graph, depth: depth))
    var figure = NestedFigure(chart, depth: depth, look, net: name, stages: graph.stages)
    figure.add()
    return figure.plan(
      title: "\(name), layer by layer",
      description:
        "\(counted(chart.cells.count - 1, "box", "boxes")) from the input to the output; "
        + parameters(parameterCount) + ".")
  }
}

/// The figure of a net with all of its layers, those in other layers framed.
struct NestedFigure {
  let chart: Flowchart
  let depth: Int
  let look: Look
  let net: String
  let stages: [Stage]
  let sizes: Sizes
  let words: Words
  var figure = NetFigure()

  init(_ chart: Flowchart, depth: Int, _ look: Look, net: String, stages: [Stage]) {
    (self.chart, self.depth, self.look) = (chart, depth, look)
    (self.net, self.stages) = (net, stages)
    (sizes, words) = (Sizes(look.purpose), Words(look.language))
  }

  var isUpright: Bool { look.direction != .lr }

  mutating func add() {
    let letters = chart.sharedWeights().letters
    let aside = Set(chart.routed.flatMap(\.shortcut))
    let frames = addFrames(without: aside)
    var faces = chart.cells.indices.map {
      face($0, letter: letters[$0], isAside: aside.contains($0))
    }
    // Boxes of one kind are equally wide, so that columns have straight sides.
    for isShortcut in [false, true] {
      let group = faces.indices.filter {
        aside.contains($0) == isShortcut && faces[$0].shape == .box
      }
      let widest = group.map { faces[$0].size.width }.max() ?? 0
      if isUpright { for i in group { faces[i].size.width = max(widest, isShortcut ? 0 : 128) } }
    }
    for cell in chart.cells.indices {
      let node = chart.first(cell)
      let before = chart.cells[cell].inputs.first
      let isDirect =
        node.kind == .activation && chart.cells[cell].nodes.count == 1
        && before.map { chart.first($0).kind == .norm && chart.consumers(of: $0).count == 1 }
          ?? false
      figure.add(
        faces[cell],
        .init(
          id: chart.id(cell), width: faces[cell].size.width, height: faces[cell].size.height,
          frame: frames[cell], isAside: aside.contains(cell), isTight: isDirect && !look.isDetailed),
        note: aside.contains(cell) ? nil : note(cell), sizes)
    }
    figure.addLinks(chart)
  }

  /// The shape of a result, where it differs from that before it.
  private func note(_ cell: Int) -> String? {
    if look.isDetailed || chart.consumers(of: cell).isEmpty { return nil }
    let (shape, inputs) = (chart.last(cell).shape, chart.cells[cell].inputs)
    if inputs.isEmpty { return nil }
    return inputs.contains { chart.last($0).shape == shape } ? nil : extent(of: shape)
  }

  private func face(_ cell: Int, letter: String?, isAside: Bool) -> Face {
    let (node, isWhole) = (chart.first(cell), chart.cells[cell].nodes.count > 1)
    if let refused = Face(refusalOf: chart.last(cell), words, sizes) { return refused }
    if node.kind == .addition, !isWhole { return .sum(sizes) }
    let tooltip = node.scope.last?.path ?? ""
    let colors = isWhole ? Color.Box.weightless : node.kind.colors
    if look.isDetailed {
      let module = isWhole ? node.scope[depth] : node.layer
      let details = Details(chart, cell, module)
      var lines = [Face.Line(details.title, sizes.label, bold: true)]
      if !details.layer.isEmpty { lines.append(.init(details.layer, sizes.note, color: .muted)) }
      lines += details.rows.map { .init($0.name, sizes.note, color: .muted, value: $0.text) }
      return .box(colors, lines, letter: letter, sizes, tooltip: tooltip)
    }
    let count = chart.graph.parameterCount(of: chart.cells[cell].nodes)
    if isWhole {
      let title = title(of: node.scope[depth])
      var lines = [Face.Line(title.name, sizes.label, bold: true)]
      if !title.under.isEmpty { lines.append(.init(title.under, sizes.note, color: .muted)) }
      if count > 0 { lines.append(.init(words.parameters(count), sizes.note, color: .muted)) }
      return .box(colors, lines, letter: letter, sizes, tooltip: tooltip)
    }
    let title = isAside ? node.shortTitle(words) : node.title(words)
    var lines = [Face.Line(title.shortened, sizes.label)]
    if node.kind == .input {
      lines.append(.init(extent(of: node.shape), sizes.note, color: .muted))
    }
    if node.isWeighted {
      lines.append(
        .init(isAside ? grouped(count) : words.parameters(count), sizes.note, color: .muted))
    }
    return .box(colors, lines, letter: letter, sizes, tooltip: tooltip)
  }

  mutating func plan(title: String, description: String) -> Diagram {
    let margin = max(sizes.margin, 8)
    let measures = GridMeasures(sizes)
    var description = description
    var placement = Placement(
      figure.net, measures, isUpright: isUpright, at: .init(margin, margin))
    while !placement.crossed.isEmpty {
      // A line that has no way around a frame is worse than no frame.
      let names = placement.crossed.sorted().map { figure.frameTitles[$0].tooltip }
      description +=
        " Without a frame, because lines lead through them: "
        + names.joined(separator: ", ") + "."
      figure.removeFrames(placement.crossed)
      placement = Placement(figure.net, measures, isUpright: isUpright, at: .init(margin, margin))
    }
    var plan = Plan(
      title: title, description: description, theme: look.theme,
      width: placement.width + 2 * margin, height: placement.height + 2 * margin)
    figure.draw(placement, sizes, isUpright: isUpright, to: &plan)
    return plan.explaining(chart.sharedWeights(), words, sizes, left: margin).diagram
  }
}
