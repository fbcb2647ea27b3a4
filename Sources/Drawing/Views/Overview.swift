import Plots
import Sentences

extension Graph {
  /// A box for each stage, with the convolutions of one block and the number of blocks.
  func overviewDiagram(_ look: Look) -> Diagram {
    let stages = stages
    var sketch = Sketch(
      title: "\(name) in an overview",
      description: "\(counted(stages.count, "stage")); \(parameters(parameterCount)).",
      theme: look.theme, direction: look.direction ?? .lr)
    sketch.diagram.graph["ranksep"] = .text("0.35")
    let chart = Flowchart(self, owner: overviewCells(stages))
    let skips = Flowchart(self, owner: Partition.each(self)).skipConnections
    let shortcuts = Set(skips.flatMap(\.shortcut))
    let projections = Set(skips.filter { $0.kind == .projection }.flatMap(\.shortcut))
    var stage = 0
    for cell in chart.cells.indices {
      let nodes = chart.cells[cell].nodes
      let attributes: Attributes
      if let found = stages.first(where: { $0.nodes.lowerBound == nodes[0] }) {
        attributes = sketch.stageTable(self, found, stage, without: shortcuts, projections)
        stage += 1
      } else {
        attributes = sketch.overviewBox(chart, cell, role(of: nodes[0], stages))
      }
      sketch.add(chart.id(cell), attributes, group: "main", tooltip: chart.first(cell).path ?? "")
    }
    sketch.connect(chart, Layout())
    sketch.diagram.graph = sketch.diagram.graph.labeled(
      [sketch.small("\u{A0}", 4), sketch.small("\(name): \(parameters(parameterCount))", 9)].lines)
    return sketch.diagram
  }

  /// Operations before the stages are the stem of the net, those after them its head.
  private func role(of operation: Int, _ stages: [Stage]) -> String? {
    guard let first = stages.first, let last = stages.last else { return nil }
    if operation < first.nodes.lowerBound { return "stem" }
    return operation >= last.nodes.upperBound ? "head" : nil
  }

  private func overviewCells(_ stages: [Stage]) -> [Int] {
    var owner = Partition.stacks(self, regions: blocks.map { $0?.call })
    for stage in stages {
      for i in stage.nodes { owner[i] = stage.nodes.lowerBound }
    }
    return owner
  }
}

extension Sketch {
  fileprivate func stageTable(
    _ graph: Graph, _ stage: Stage, _ number: Int, without shortcuts: Set<Int>,
    _ projections: Set<Int>
  ) -> Attributes {
    let (line, fill) = (Color.muted, stageColors.fill)
    let blocks = graph.blocks
    let last = stage.nodes.filter {
      blocks[$0] == stage.blocks.last && !shortcuts.contains($0)
    }
    let lines = last.map { graph.nodes[$0] }.filter(\.isWeighted).map { Markup($0.title) }
    let times = stage.blocks.count
    let body =
      cell(lines.leftLines, fill: fill)
      + cell(Markup(times > 1 ? "× \(times)" : " ").bold, fill: fill)
    let head = Markup(stage.name.shortened).bold.font(color: theme(.paper))
    let foot = [
      "→ " + extent(of: graph.nodes[stage.nodes.upperBound - 1].shape),
      parameters(graph.parameterCount(of: stage.nodes)), words(for: projections, graph, stage),
    ].filter { !$0.isEmpty }
    return table(
      [
        cell(head, fill: line, span: 2), body,
        cell(foot.map { small($0) }.lines, fill: .paper, span: 2),
      ], line: line)
  }

  private func words(for projections: Set<Int>, _ graph: Graph, _ stage: Stage) -> String {
    let blocks = graph.blocks
    let count = Set(stage.nodes.filter { projections.contains($0) }.map { blocks[$0] }).count
    if count == 0 { return "" }
    if count < stage.blocks.count {
      return count == 1 ? "projection in the first" : "\(count) projections"
    }
    return count == 1 ? "projection" : "projection in each"
  }

  /// A box for operations outside of stages: weighted layers and pools, and the number of parameters.
  fileprivate func overviewBox(_ chart: Flowchart, _ cell: Int, _ role: String?) -> Attributes {
    let nodes = chart.cells[cell].nodes.map { chart.graph.nodes[$0] }
    guard let main = nodes.first(where: \.isWeighted) else {
      if nodes[0].kind == .addition { return circle("+") }
      let under = nodes[0].kind == .input ? [extent(of: nodes[0].shape)] : []
      return box(nodes[0].kind).labeled(titled(Markup(nodes[0].title), under))
    }
    let head = Markup(role ?? main.path?.shortened ?? main.operation.title).bold.font(
      color: theme(.paper))
    let body = nodes.filter(\.isMajor).map { Markup($0.title) }
    let count = chart.graph.parameterCount(of: chart.cells[cell].nodes)
    return table(
      [
        self.cell(head, fill: .muted), self.cell(body.leftLines, fill: Kind.other.fill),
        self.cell(
          ["→ " + extent(of: chart.last(cell).shape), parameters(count)].map { small($0) }.lines,
          fill: .paper),
      ], line: .muted)
  }
}
