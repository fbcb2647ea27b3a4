import Plots
import Sentences

extension Graph {
  /// What learns, pools, and the shortcuts, as the first paper on residual nets drew it.
  ///
  /// He et al. 2015, "Deep residual learning for image recognition", figure 3.
  func paperDiagram(_ look: Look) -> Diagram {
    let (graph, projections) = (withoutProjections, projections)
    let chart = Flowchart(graph, owner: Partition.landmarks(graph))
    let layers = chart.trunk.filter { chart.head($0).isHeavy }.count
    var sketch = Sketch(
      title: "\(name) with \(counted(layers, "weighted layer"))",
      description: "After figure 3 of He et al. 2015: "
        + "\(counted(chart.sums.count, "shortcut")), \(parameters(parameterCount)).",
      theme: look.theme, direction: look.direction ?? .tb)
    sketch.diagram.graph = sketch.diagram.graph.with(["ranksep": "0.14", "nodesep": "0.30"])
    let runs = resolutions(of: chart)
    let colors = graph.colors(of: chart, runs)
    let isDot = { (cell: Int) in chart.head(cell).kind == .sum }
    for cell in chart.cells.indices {
      let attributes = isDot(cell) ? sketch.dot : sketch.landmark(chart.head(cell), colors[cell])
      sketch.add(chart.id(cell), attributes, group: "main", tooltip: chart.head(cell).path ?? "")
    }
    let isDotted = { (sum: Sum) in projections.contains(chart.head(sum.cell).line) }
    sketch.connect(chart, Places(isDot: isDot, isDotted: isDotted))
    sketch.addMargin(runs, chart)
    var legend = Legend()
    legend.add(shortcuts: chart.routed, isDotted)
    sketch.addLegend(legend, columns: 2)
    return sketch.diagram
  }

  /// The graph without what lies on shortcuts with one convolution at most.
  ///
  /// He draws such a shortcut as a dotted line.
  private var withoutProjections: Graph {
    let chart = Flowchart(self, owner: Partition.landmarks(self))
    var graph = self
    var gone: Set<Int> = []
    for sum in chart.routed where sum.shortcut.filter({ chart.head($0).isHeavy }).count < 2 {
      guard let first = sum.shortcut.first else { continue }
      let feed = chart.head(first).inputs[0]
      let operations = sum.shortcut.flatMap { chart.cells[$0].operations }
      let end = chart.cells[sum.cell].operations[0]
      graph.operations[end].inputs = self.operations[end].inputs.map {
        operations.contains($0) ? feed : $0
      }
      gone.formUnion(operations)
    }
    let kept = operations.indices.filter { !gone.contains($0) }
    let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    graph.operations = kept.map { old in
      var operation = graph.operations[old]
      operation.inputs = operation.inputs.map { places[$0]! }
      return operation
    }
    return graph
  }

  /// The lines of the sums with operations on their shorter roads.
  private var projections: Set<Int> {
    let chart = Flowchart(self, owner: Partition.each(self))
    return Set(chart.sums.filter { !$0.isIdentity }.map { chart.head($0.cell).line })
  }

  /// The cells of the trunk in runs of one image size.
  private func resolutions(of chart: Flowchart) -> [[Int]] {
    var runs: [[Int]] = []
    for cell in chart.trunk {
      if let last = runs.last?.last,
        resolution(chart.head(last).shape) == resolution(chart.head(cell).shape)
      {
        runs[runs.count - 1].append(cell)
      } else {
        runs.append([cell])
      }
    }
    return runs
  }

  /// A colour for each cell of a stage, or, in a net without stages, of a size that several layers have.
  private func colors(of chart: Flowchart, _ runs: [[Int]]) -> [Int: (line: Color, ground: Color)] {
    let stages = stages.map(\.operations)
    let groups =
      stages.isEmpty
      ? runs.filter { run in run.filter { chart.head($0).isHeavy }.count > 1 }
      : stages.map { stage in
        chart.cells.indices.filter { stage.contains(chart.cells[$0].operations[0]) }
      }
    return groups.enumerated().reduce(into: [:]) { colors, group in
      for cell in group.element { colors[cell] = stageColors(group.offset) }
    }
  }
}

/// Height and width of images, the length of rows.
private func resolution(_ shape: [Int]) -> [Int] {
  Array(shape.dropFirst(shape.count == 4 ? 2 : 1))
}

extension Sketch {
  fileprivate func landmark(_ operation: Operation, _ colors: (line: Color, ground: Color)?)
    -> Attributes
  {
    let isHeavy = operation.isHeavy
    let plain = (line: Color.gray, ground: isHeavy ? Kind.other.ground : .paper)
    let look = isHeavy ? colors ?? plain : plain
    let size: Attributes =
      isUpright
      ? ["width": "1.85", "height": "0.27", "margin": "0.08,0.03"]
      : ["width": "0.55", "height": "0.95", "margin": "0.05,0.05"]
    let words =
      isUpright
      ? [operation.title]
      : operation.title.split(separator: ", ").flatMap { part in
        part.split(separator: " ").map(String.init)
      }
    return box(line: look.line, ground: look.ground).with(size)
      .labeled(words.map { Markup($0) }.lines)
  }

  /// The size of the images, beside the first box of each.
  fileprivate mutating func addMargin(_ runs: [[Int]], _ chart: Flowchart) {
    var before: String?
    for run in runs {
      guard let first = run.first(where: { chart.head($0).kind != .sum }) else { continue }
      let shape = resolution(chart.head(first).shape)
      guard shape.count == 2, shape != [1, 1] else { continue }
      let text = shape[0] == shape[1] ? "\(shape[0])" : "\(shape[0]) × \(shape[1])"
      let id = chart.id(first) + ".size"
      let words = [small("output size:"), small(text, 9.5)]
      add(
        id, bare.labeled(isUpright ? words[0] + Markup(" ") + words[1] : words.lines),
        group: "margin")
      align([id, chart.id(first)])
      join(id, chart.id(first), ["style": "invis"])
      if let before { join(before, id, ["style": "invis", "weight": "10"]) }
      before = id
    }
  }
}
