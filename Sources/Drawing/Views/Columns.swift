import Plots
import Sentences

extension Graph {
  /// All operations in frames, with a column for each stage, so that a deep net fits on a slide.
  func columnsDiagram(_ look: Look) -> Diagram {
    let graph = look.expands ? self : folded()
    let blocks = graph.blocks
    let stages = graph.stages
    let chart = Flowchart(
      graph, owner: Partition.stacks(graph, regions: blocks.map { $0?.call }))
    var sketch = Sketch(
      title: "\(name), a column for each stage",
      description: "\(counted(stages.count, "stage")); \(parameters(parameterCount)).",
      theme: look.theme, direction: .tb)
    sketch.diagram.graph = sketch.diagram.graph.with(["newrank": "true", "nodesep": "0.3"])
    let shown = ColumnLayout(chart, stages, blocks)
    sketch.addFrames(stages, of: graph)
    let width = sketch.boxWidth(
      below: stages.flatMap { stage in
        [(stage.name.shortened, graph.result(of: stage))]
          + stage.blocks.map { ($0.shownName, $0.type.shortened) }
      })
    for cell in chart.cells.indices {
      sketch.add(
        chart.id(cell), sketch.stack(chart, cell, width: width), in: shown.frame[cell],
        group: chart.mainPath.contains(cell) ? "main\(shown.column[cell])" : nil,
        tooltip: chart.first(cell).path ?? "")
    }
    let layout = Layout(
      frame: { shown.frame[$0] }, group: { "main\(shown.column[$0])" })
    sketch.connect(chart, layout)
    sketch.cutColumns(chart, shown)
    var legend = Legend()
    legend.add(kindsOf: graph.nodes)
    legend.add(shortcuts: chart.routed.map(\.kind))
    sketch.addLegend(legend, columns: stages.count > 2 ? 8 : 2)
    return sketch.diagram
  }
}

extension Graph {
  /// The shape of a stage's output, as it is written in the title of its frame.
  fileprivate func result(of stage: Stage) -> String {
    "→ " + extent(of: nodes[stage.nodes.upperBound - 1].shape)
  }
}

/// The stage, the column and the frames of each cell.
private struct ColumnLayout {
  let stage: [Int?]
  /// Cells between two stages are in the column of the first one, the head is in the last column.
  let column: [Int]
  let frame: [[String]]

  init(_ chart: Flowchart, _ stages: [Stage], _ blocks: [Module?]) {
    let first = chart.cells.map { $0.nodes[0] }
    stage = first.map { i in stages.firstIndex { $0.nodes.contains(i) } }
    column = first.map { i in max(0, stages.lastIndex { $0.nodes.lowerBound <= i } ?? 0) }
    frame = zip(first, stage).map { i, stage in
      guard let stage, let block = blocks[i] else { return [] }
      return stages[stage].isOneBlock ? ["stage\(stage)"] : ["stage\(stage)", "\(block.call)"]
    }
  }
}

extension Sketch {
  fileprivate mutating func addFrames(_ stages: [Stage], of graph: Graph) {
    for (number, stage) in stages.enumerated() {
      let (line, fill) = stageColors
      addFrame(
        ["stage\(number)"], frameTitle(stage.name.shortened, graph.result(of: stage)), line: line,
        fill: fill)
      for block in stage.blocks where !stage.isOneBlock {
        addFrame(
          ["stage\(number)", "\(block.call)"], frameTitle(block), line: line, fill: .paper)
      }
    }
  }

  /// The box of a cell, with a row for each operation.
  fileprivate func stack(_ chart: Flowchart, _ cell: Int, width: Double) -> Attributes {
    let nodes = chart.cells[cell].nodes.map { chart.graph.nodes[$0] }
    if nodes.count == 1 {
      let only = nodes[0]
      if only.kind == .addition { return circle("+") }
      let under = only.kind == .input ? [extent(of: only.shape)] : []
      return box(only.kind).labeled(titled(Markup(only.title), under))
    }
    let isMain = chart.mainPath.contains(cell)
    let rows = nodes.map { operation in
      self.cell(
        Markup(operation.title), fill: operation.kind.fill,
        width: isMain ? Int(width * 72) : 110)
    }
    return table(rows, line: .rule)
  }

  /// Cuts the main path where one column ends and the next begins, and numbers the two ends.
  fileprivate mutating func cutColumns(_ chart: Flowchart, _ shown: ColumnLayout) {
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
      add(out, knob, group: "main\(shown.column[from])")
      add(into, knob, group: "main\(shown.column[to])")
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

  private func cuts(_ chart: Flowchart, _ shown: ColumnLayout) -> [(Int, Int)] {
    zip(chart.mainPath, chart.mainPath.dropFirst()).filter { shown.column[$0] != shown.column[$1] }
  }
}
