import Plots
import Sentences

extension Graph {
  /// A box for each operation, in frames for the layers that contain it.
  func nestedDiagram(_ look: Look) -> Diagram {
    let graph = look.expands ? self : folded()
    let depth = look.depth ?? Int.max
    let chart = Flowchart(graph, owner: Partition.calls(graph, depth: depth))
    var sketch = Sketch(
      title: "\(name), layer by layer",
      description:
        "\(counted(chart.cells.count - 1, "box", "boxes")) from the input to the output; "
        + parameters(parameterCount) + ".",
      theme: look.theme, direction: look.direction ?? .tb)
    let frames = chart.cells.indices.map { Array(chart.first($0).frame.prefix(depth)) }
    sketch.addFrames(frames)
    let width = sketch.boxWidth(
      below: Set(frames.joined()).map { ($0.shownName, $0.type.shortened) })
    let mainPath = Set(chart.mainPath)
    for cell in chart.cells.indices {
      let own = frames[cell].suffix(1).map { ($0.shownName, $0.type.shortened) }
      let least = mainPath.contains(cell) ? width : sketch.boxWidth(below: own)
      sketch.add(
        chart.id(cell),
        sketch.layer(
          chart, cell, depth: depth, isDetailed: look.isDetailed,
          width: sketch.isUpright ? least : 0),
        in: frames[cell].map { "\($0.call)" }, group: mainPath.contains(cell) ? "main" : nil,
        tooltip: chart.first(cell).scope.last?.path ?? "")
    }
    sketch.connect(chart, Layout(frame: { cell in frames[cell].map { "\($0.call)" } }))
    var legend = Legend()
    legend.add(
      kindsOf: chart.cells.indices.filter { chart.cells[$0].nodes.count == 1 }.map(chart.first))
    legend.add(shortcuts: chart.routed.map(\.kind))
    sketch.addLegend(legend, columns: sketch.isUpright ? 2 : 8)
    return sketch.diagram
  }
}

extension Sketch {
  /// Adds a frame for each layer that contains cells.
  fileprivate mutating func addFrames(_ frames: [[Module]]) {
    var seen: Set<Module> = []
    for path in frames {
      for (level, module) in path.enumerated() where seen.insert(module).inserted {
        let (line, fill) = stageColors
        addFrame(
          path.prefix(level + 1).map { "\($0.call)" }, frameTitle(module), line: line,
          fill: level == 0 ? fill : .paper)
      }
    }
  }

  /// A box for one operation, or for a whole layer whose contents are not shown.
  ///
  /// - Parameter width: the minimum, in inches.
  fileprivate func layer(
    _ chart: Flowchart, _ cell: Int, depth: Int, isDetailed: Bool, width: Double
  ) -> Attributes {
    let operation = chart.first(cell)
    if operation.kind == .addition, chart.cells[cell].nodes.count == 1 { return circle("+") }
    func wide(_ kind: Kind) -> Attributes {
      width > 0 ? box(kind).with(["width": "\(width)"]) : box(kind)
    }
    let isWhole = chart.cells[cell].nodes.count > 1
    if isDetailed {
      let module = isWhole ? operation.scope[depth] : operation.layer
      return table(
        Details(chart, cell, module), isWhole ? .other : operation.kind, width: width)
    }
    let count = chart.graph.parameterCount(of: chart.cells[cell].nodes)
    let learned = count == 0 ? nil : parameters(count)
    let result = "→ " + extent(of: chart.last(cell).shape)
    if isWhole {
      let module = operation.scope[depth]
      let under = [module.type.shortened, learned, result].compactMap(\.self)
      return wide(.other).labeled(titled(Markup(module.shownName).bold, under))
    }
    let named = [operation.layer?.name.shortened, learned].compactMap(\.self).joined(
      separator: " · ")
    let before = operation.inputs.first.map { chart.graph.nodes[$0].shape }
    let under = [named, before == operation.shape ? "" : result].filter { !$0.isEmpty }
    return wide(operation.kind).labeled(titled(Markup(operation.title), under))
  }
}
