import Plots
import Sentences

extension Graph {
  /// Every operation in frames, one stage a column, so that a deep net has the shape of a slide.
  func columnsDiagram(_ look: Look) -> Diagram {
    let graph = look.expands ? self : folded()
    let blocks = graph.blocks
    let stages = graph.stages
    let chart = Flowchart(
      graph, owner: Partition.stacks(graph, regions: blocks.map { $0?.call }, joinsPools: true))
    var sketch = Sketch(
      title: "\(name), a column for each stage",
      description: "\(counted(stages.count, "stage")); \(parameters(parameterCount)).",
      theme: look.theme, direction: .tb)
    sketch.diagram.graph = sketch.diagram.graph.with(["newrank": "true", "nodesep": "0.3"])
    let shown = Showing(chart, stages, blocks)
    sketch.addFrames(stages, of: graph)
    let width = sketch.boxWidth(
      below: stages.flatMap { stage in
        [(stage.name, graph.result(of: stage))] + stage.blocks.map { ($0.shownName, $0.type) }
      })
    for cell in chart.cells.indices {
      sketch.add(
        chart.id(cell), sketch.stack(chart, cell, width: width), in: shown.frame(cell),
        group: chart.trunk.contains(cell) ? "main\(shown.column(cell))" : nil,
        tooltip: chart.head(cell).path ?? "")
    }
    let places = Places(
      frame: shown.frame, group: { "main\(shown.column($0))" },
      color: { sum in shown.stage(sum.cell).map { stageColors($0).line } ?? .ink })
    sketch.connect(chart, places)
    sketch.cutColumns(chart, shown)
    var legend = Legend()
    legend.add(kindsOf: graph.operations)
    legend.add(shortcuts: chart.routed)
    sketch.addLegend(legend, columns: shown.columns > 2 ? 8 : 2)
    return sketch.diagram
  }
}

extension Graph {
  /// The shape that a stage returns, as its frame says it.
  fileprivate func result(of stage: Stage) -> String {
    "→ " + extent(of: operations[stage.operations.upperBound - 1].shape)
  }
}

/// Which column and which frames a cell stands in.
struct Showing {
  private let stages: [Stage]
  private let stageOfCell: [Int?]
  private let columnOfCell: [Int]
  private let blockOfCell: [Module?]
  let columns: Int

  init(_ chart: Flowchart, _ stages: [Stage], _ blocks: [Module?]) {
    self.stages = stages
    let first = chart.cells.map { $0.operations[0] }
    stageOfCell = first.map { i in stages.firstIndex { $0.operations.contains(i) } }
    blockOfCell = first.map { blocks[$0] }
    // What stands between two stages belongs to the column of the first, what ends the net to the last.
    columnOfCell = first.map { i in
      max(0, (stages.lastIndex { $0.operations.lowerBound <= i } ?? 0))
    }
    columns = max(1, stages.count)
  }

  func stage(_ cell: Int) -> Int? { stageOfCell[cell] }
  func column(_ cell: Int) -> Int { columnOfCell[cell] }

  func frame(_ cell: Int) -> [String] {
    guard let stage = stageOfCell[cell], let block = blockOfCell[cell] else { return [] }
    return stages[stage].isOneBlock ? ["stage\(stage)"] : ["stage\(stage)", "\(block.call)"]
  }
}

extension Sketch {
  fileprivate mutating func addFrames(_ stages: [Stage], of graph: Graph) {
    for (number, stage) in stages.enumerated() {
      let (line, ground) = stageColors(number)
      addFrame(
        ["stage\(number)"], frameTitle(stage.name, graph.result(of: stage)), line: line,
        ground: ground)
      for block in stage.blocks where !stage.isOneBlock {
        addFrame(
          ["stage\(number)", "\(block.call)"], frameTitle(block), line: line, ground: .paper)
      }
    }
  }

  /// The operations of a cell as rows.
  fileprivate func stack(_ chart: Flowchart, _ cell: Int, width: Double) -> Attributes {
    let operations = chart.cells[cell].operations.map { chart.graph.operations[$0] }
    if operations.count == 1 {
      let only = operations[0]
      if only.kind == .sum { return circle("+") }
      let under = only.kind == .input ? [extent(of: only.shape)] : []
      return box(only.kind).labeled(titled(Markup(only.title), under))
    }
    let isMain = chart.trunk.contains(cell)
    let rows = operations.map { operation in
      self.cell(
        Markup(operation.title), ground: operation.kind.ground,
        width: isMain ? Int(width * 72) : 110)
    }
    return table(rows, line: .rule)
  }

  /// Cuts the road where one column ends and the next begins, and numbers the two ends.
  fileprivate mutating func cutColumns(_ chart: Flowchart, _ shown: Showing) {
    var heads = [chart.id(0)]
    for (number, (from, to)) in cuts(chart, shown).enumerated() {
      let targets = [chart.id(to), chart.id(from) + ".fork"]
      let cut = diagram.edges.firstIndex { edge in
        edge.from == chart.id(from) && targets.contains(edge.to)
      }
      guard let cut else { continue }
      let edge = diagram.edges.remove(at: cut)
      let (out, into) = ("out\(number + 1)", "in\(number + 1)")
      let knob = circle("\(number + 1)").with(box(.other)).with(["fontsize": "10", "width": "0.24"])
      add(out, knob, group: "main\(shown.column(from))")
      add(into, knob, group: "main\(shown.column(to))")
      join(edge.from, out, edge.attributes.with(["arrowhead": "normal"]))
      join(into, edge.to, edge.attributes)
      heads.append(into)
    }
    guard heads.count > 1 else { return }
    align(heads)
    for (left, right) in zip(heads, heads.dropFirst()) {
      join(left, right, ["style": "invis"])
    }
  }

  private func cuts(_ chart: Flowchart, _ shown: Showing) -> [(Int, Int)] {
    zip(chart.trunk, chart.trunk.dropFirst()).filter { shown.column($0) != shown.column($1) }
  }
}
