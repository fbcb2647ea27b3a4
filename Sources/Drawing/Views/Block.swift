import Plots

extension Graph {
  /// The residual blocks of the net, one of each sort, as in figure 2 of He et al. 2015.
  ///
  /// - Throws: `DrawingError` if nothing is added up.
  func blockDiagram(_ look: Look) throws -> Diagram {
    let chart = Flowchart(self, owner: Partition.each(self))
    let blocks = residualBlocks(chart)
    if blocks.isEmpty {
      throw DrawingError(
        "\(name) has no residual block: nowhere are two roads from one place added up. "
          + "The other views can show it.")
    }
    var sketch = Sketch(
      title: blocks.count == 1 ? "A residual block of \(name)" : "Residual blocks of \(name)",
      description: blocks.map { "\($0.title): \($0.formula(chart))." }.joined(separator: " "),
      theme: look.theme, direction: look.direction ?? .tb)
    sketch.diagram.graph = sketch.diagram.graph.with(["nodesep": "0.45", "ranksep": "0.22"])
    for (number, block) in blocks.enumerated() { sketch.add(block, number, chart) }
    return sketch.diagram
  }

  private func residualBlocks(_ chart: Flowchart) -> [ResidualBlock] {
    var seen: Set<String> = []
    return chart.routed.map { ResidualBlock($0, chart) }.filter { block in
      seen.insert(block.sort(chart)).inserted
    }
  }
}

extension Sketch {
  fileprivate mutating func add(_ block: ResidualBlock, _ number: Int, _ chart: Flowchart) {
    let frame = ["block\(number)"]
    let line = stageColors(block.sum.isIdentity ? 0 : 1).line
    addFrame(
      frame, frameTitle(block.title, block.path), line: line, ground: .paper)
    let shape = chart.tail(block.input).shape
    var part = block.chart(chart)
    part.prefix = "block\(number)."
    let (x, y) = ("block\(number).x", "block\(number).y")
    add(x, bare.labeled(Markup("x").italic), in: frame, group: x)
    for cell in part.cells.indices.dropFirst() {
      let operation = part.head(cell)
      let isMain = part.trunk.contains(cell)
      let width: Attributes = isMain && operation.kind != .sum && isUpright ? ["width": "1.6"] : [:]
      add(
        part.id(cell), boxed(operation, part).with(width), in: frame, group: isMain ? x : nil,
        tooltip: operation.path ?? "")
    }
    let (first, last) = (part.id(0), part.cells.count - 1)
    connect(
      part,
      Places(
        frame: { _ in frame }, group: { _ in x },
        note: { from, to in
          if from > 0, from == part.sums.last?.fork { return "h" }
          if to == part.sums.last?.cell, from == part.sums.last?.main.last { return "F(x)" }
          let before = part.cells[from].inputs.first.map { part.tail($0).shape } ?? shape
          return from == 0 || part.tail(from).shape != before
            ? extent(of: part.tail(from).shape) : nil
        },
        color: { _ in line }, namesIdentity: true))
    // The first cell stands for whatever the block is given.
    for i in diagram.edges.indices where diagram.edges[i].from == first {
      diagram.edges[i] = .init(
        from: x, to: diagram.edges[i].to, attributes: diagram.edges[i].attributes)
    }
    add(y, bare.labeled(block.formulaMarkup(chart)), in: frame, group: x)
    join(part.id(last), y, ["weight": "100", "label": " " + extent(of: part.tail(last).shape)])
  }

  private func boxed(_ operation: Operation, _ chart: Flowchart) -> Attributes {
    if operation.kind == .sum { return circle("+") }
    let count = operation.weights.reduce(0) { $0 + $1.count }
    return box(operation.kind).labeled(
      titled(Markup(operation.title), operation.isHeavy ? [parameters(count)] : []))
  }
}
