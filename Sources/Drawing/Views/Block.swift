import Plots
import Sentences

extension Graph {
  /// The residual blocks of the net, one of each structure, with a box for each operation.
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
    var sketch = Sketch(
      title: blocks.count == 1 ? "A residual block of \(name)" : "Residual blocks of \(name)",
      description: blocks.map { "\($0.title): \(Formula($0, chart).text)." }.joined(separator: " "),
      theme: look.theme, direction: look.direction ?? .tb)
    sketch.diagram.graph = sketch.diagram.graph.with(["nodesep": "0.45", "ranksep": "0.22"])
    for (number, block) in blocks.enumerated() { sketch.add(block, number, chart) }
    return sketch.diagram
  }

  private func residualBlocks(_ chart: Flowchart) -> [ResidualBlock] {
    var seen: Set<String> = []
    return chart.routed.map { ResidualBlock($0, chart) }.filter { block in
      seen.insert(block.structure(chart)).inserted
    }
  }
}

extension Sketch {
  fileprivate mutating func add(_ block: ResidualBlock, _ number: Int, _ whole: Flowchart) {
    var chart = block.chart(whole)
    chart.prefix = "block\(number)."
    let (frame, x, y) = (["block\(number)"], chart.prefix + "x", chart.prefix + "y")
    addFrame(
      frame, frameTitle(block.title, block.path.shortened), line: stageColors.line, fill: .paper)
    add(x, bare.labeled(Markup("x").italic), in: frame, group: x)
    for cell in chart.cells.indices.dropFirst() {
      let isMain = chart.mainPath.contains(cell)
      add(
        chart.id(cell), boxed(chart.first(cell), isMain: isMain), in: frame,
        group: isMain ? x : nil, tooltip: chart.first(cell).path ?? "")
    }
    let layout = Layout(
      frame: { _ in frame }, group: { _ in x }, note: { chart.note(from: $0, to: $1) },
      namesIdentity: true)
    connect(chart, layout)
    // The first cell stands for the input of the block, which is drawn as x.
    for (i, edge) in diagram.edges.enumerated() where edge.from == chart.id(0) {
      diagram.edges[i] = .init(from: x, to: edge.to, attributes: edge.attributes)
    }
    let last = chart.cells.count - 1
    let formula = bare.with(["margin": "0.02,0.05"]).labeled(Formula(block, whole).markup)
    add(y, formula, in: frame, group: x)
    join(
      chart.id(last), y, ["weight": "100", "label": " " + extent(of: chart.last(last).shape)])
  }

  private func boxed(_ operation: Node, isMain: Bool) -> Attributes {
    if operation.kind == .addition { return circle("+") }
    let count = operation.weights.reduce(0) { $0 + $1.count }
    let size: Attributes = isMain && isUpright ? ["width": "1.6"] : [:]
    return box(operation.kind).with(size).labeled(
      titled(Markup(operation.title), operation.isWeighted ? [parameters(count)] : []))
  }
}

extension Flowchart {
  /// The label of an edge in a block: h or F(x), or the shape of the result where it changes.
  fileprivate func note(from: Int, to: Int) -> String? {
    if from > 0, from == skipConnections.last?.fork { return "h" }
    if to == skipConnections.last?.addition, from == skipConnections.last?.branch.last {
      return "F(x)"
    }
    let before = cells[from].inputs.first.map { last($0).shape }
    return last(from).shape == before ? nil : extent(of: last(from).shape)
  }
}
