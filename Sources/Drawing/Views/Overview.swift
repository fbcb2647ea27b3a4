import Plots
import Sentences

extension Graph {
  /// A box for each stage, with the convolutions of one block and how many blocks there are.
  func overviewDiagram(_ look: Look) -> Diagram {
    let stages = stages
    var sketch = Sketch(
      title: "\(name) in an overview",
      description: "\(counted(stages.count, "stage")); \(parameters(parameterCount)).",
      theme: look.theme, direction: look.direction ?? .lr)
    sketch.diagram.graph["ranksep"] = .text("0.35")
    let chart = Flowchart(self, owner: overviewCells(stages))
    let shortcuts = operationsOnShortcuts
    var stage = 0
    for cell in chart.cells.indices {
      let operations = chart.cells[cell].operations
      let attributes: Attributes
      if let found = stages.first(where: { $0.operations.lowerBound == operations[0] }) {
        attributes = sketch.stageTable(self, found, stage, without: shortcuts)
        stage += 1
      } else {
        attributes = sketch.overviewBox(chart, cell, role(of: operations[0], stages))
      }
      sketch.add(chart.id(cell), attributes, group: "main", tooltip: chart.head(cell).path ?? "")
    }
    sketch.connect(chart, Places())
    sketch.diagram.graph = sketch.diagram.graph.labeled(
      [sketch.small("\u{A0}", 4), sketch.small("\(name): \(parameters(parameterCount))", 9)].lines)
    return sketch.diagram
  }

  /// What comes before the stages is the stem of the net, what comes after them its head.
  private func role(of operation: Int, _ stages: [Stage]) -> String? {
    guard let first = stages.first, let last = stages.last else { return nil }
    if operation < first.operations.lowerBound { return "stem" }
    return operation >= last.operations.upperBound ? "head" : nil
  }

  private func overviewCells(_ stages: [Stage]) -> [Int] {
    var owner = Partition.stacks(self, regions: blocks.map { $0?.call }, joinsPools: true)
    for stage in stages {
      for i in stage.operations { owner[i] = stage.operations.lowerBound }
    }
    return owner
  }

  /// The operations on the shorter roads of all sums.
  private var operationsOnShortcuts: Set<Int> {
    Set(Flowchart(self, owner: Partition.each(self)).sums.flatMap(\.shortcut))
  }
}

extension Sketch {
  fileprivate func stageTable(
    _ graph: Graph, _ stage: Stage, _ number: Int, without shortcuts: Set<Int>
  ) -> Attributes {
    let (line, ground) = stageColors(number)
    let blocks = graph.blocks
    let last = stage.operations.filter {
      blocks[$0] == stage.blocks.last && !shortcuts.contains($0)
    }
    let lines = last.map { graph.operations[$0] }.filter(\.isHeavy).map { Markup($0.title) }
    let times = stage.blocks.count
    let body =
      cell(lines.leftLines, ground: ground)
      + cell(Markup(times > 1 ? "× \(times)" : " ").bold, ground: ground)
    let head = Markup(stage.name).bold.font(color: theme(.paper))
    let foot = [
      "→ " + extent(of: graph.operations[stage.operations.upperBound - 1].shape),
      parameters(graph.parameterCount(of: stage.operations)), projections(graph, stage, shortcuts),
    ].filter { !$0.isEmpty }
    return table(
      [
        cell(head, ground: line, span: 2), body,
        cell(foot.map { small($0) }.lines, ground: .paper, span: 2),
      ], line: line)
  }

  private func projections(_ graph: Graph, _ stage: Stage, _ shortcuts: Set<Int>) -> String {
    let blocks = graph.blocks
    let count = Set(stage.operations.filter { shortcuts.contains($0) }.map { blocks[$0] }).count
    if count == 0 { return "" }
    if count < stage.blocks.count {
      return count == 1 ? "projection in the first" : "\(count) projections"
    }
    return count == 1 ? "projection" : "projection in each"
  }

  /// A box for what is no stage: what learns, what pools, and how much is learned.
  fileprivate func overviewBox(_ chart: Flowchart, _ cell: Int, _ role: String?) -> Attributes {
    let operations = chart.cells[cell].operations.map { chart.graph.operations[$0] }
    guard let main = operations.first(where: \.isHeavy) else {
      if operations[0].kind == .sum { return circle("+") }
      let under = operations[0].kind == .input ? [extent(of: operations[0].shape)] : []
      return box(operations[0].kind).labeled(titled(Markup(operations[0].title), under))
    }
    let head = Markup(role ?? main.path ?? main.name).bold.font(color: theme(.paper))
    let body = operations.filter(\.isLandmark).map { Markup($0.title) }
    let count = chart.graph.parameterCount(of: chart.cells[cell].operations)
    return table(
      [
        self.cell(head, ground: .muted), self.cell(body.leftLines, ground: Kind.other.ground),
        self.cell(
          ["→ " + extent(of: chart.tail(cell).shape), parameters(count)].map { small($0) }.lines,
          ground: .paper),
      ], line: .muted)
  }
}
