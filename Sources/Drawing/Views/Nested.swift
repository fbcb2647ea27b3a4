import Plots

extension Graph {
  /// Every layer a box, inside frames for the layers it is part of.
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
    let frames = chart.cells.indices.map { Array(chart.head($0).frame.prefix(depth)) }
    let colors = sketch.addFrames(frames)
    let width = sketch.boxWidth(below: frames.flatMap { $0.map { ($0.shownName, $0.type) } })
    let trunk = Set(chart.trunk)
    for cell in chart.cells.indices {
      let attributes = sketch.layer(chart, cell, depth: depth)
      let own = frames[cell].suffix(1).map { ($0.shownName, $0.type) }
      let least = trunk.contains(cell) ? width : sketch.boxWidth(below: own)
      let isWide = sketch.isUpright && chart.head(cell).kind != .sum
      sketch.add(
        chart.id(cell), isWide ? attributes.with(["width": "\(least)"]) : attributes,
        in: frames[cell].map { "\($0.call)" }, group: trunk.contains(cell) ? "main" : nil,
        tooltip: chart.head(cell).scope.last?.path ?? "")
    }
    let places = Places(
      frame: { cell in frames[cell].map { "\($0.call)" } },
      color: { sum in frames[sum.cell].first.flatMap { colors[$0] } ?? .ink })
    sketch.connect(chart, places)
    var legend = Legend()
    legend.add(
      kindsOf: chart.cells.indices.filter { chart.cells[$0].operations.count == 1 }.map(chart.head))
    legend.add(shortcuts: chart.routed)
    sketch.addLegend(legend, columns: sketch.isUpright ? 2 : 8)
    return sketch.diagram
  }
}

extension Sketch {
  /// Adds a frame for each module around a cell, and gives the outermost ones colours.
  fileprivate mutating func addFrames(_ frames: [[Module]]) -> [Module: Color] {
    var colors: [Module: Color] = [:]
    var seen: Set<Module> = []
    for path in frames {
      for (level, module) in path.enumerated() where seen.insert(module).inserted {
        let (line, ground) = stageColors(colors.count - (level == 0 ? 0 : 1))
        if level == 0 { colors[module] = line }
        addFrame(
          path.prefix(level + 1).map { "\($0.call)" }, frameTitle(module), line: line,
          ground: level == 0 ? ground : .paper)
      }
    }
    return colors
  }

  /// A box for one operation, or for a whole layer whose inside is not shown.
  fileprivate func layer(_ chart: Flowchart, _ cell: Int, depth: Int) -> Attributes {
    let operation = chart.head(cell)
    let count = chart.graph.parameterCount(of: chart.cells[cell].operations)
    let learned = count == 0 ? nil : parameters(count)
    let result = "→ " + extent(of: chart.tail(cell).shape)
    if chart.cells[cell].operations.count > 1 {
      let module = operation.scope[depth]
      let under = [module.type, learned, result].compactMap(\.self)
      return box(.other).labeled(titled(Markup(module.shownName).bold, under))
    }
    if operation.kind == .sum { return circle("+") }
    let named = [operation.layer?.name, learned].compactMap(\.self).joined(separator: " · ")
    let before = operation.inputs.first.map { chart.graph.operations[$0].shape }
    let under = [named, before == operation.shape ? "" : result].filter { !$0.isEmpty }
    return box(operation.kind).labeled(titled(Markup(operation.title), under))
  }
}
