import Plots
import Sentences

extension Graph {
  /// Weighted layers, pools and shortcuts, as in the first paper on residual nets.
  ///
  /// He et al. 2015, "Deep residual learning for image recognition", figure 3.
  func paperDiagram(_ look: Look) -> Diagram {
    let (graph, kinds) = (withoutProjections, shortcutKinds)
    let chart = Flowchart(graph, owner: Partition.major(graph))
    let layers = chart.mainPath.filter { chart.first($0).isWeighted }.count
    var sketch = Sketch(
      title: "\(name) with \(counted(layers, "weighted layer"))",
      description: "After figure 3 of He et al. 2015: "
        + "\(counted(chart.skipConnections.count, "shortcut")), \(parameters(parameterCount)).",
      theme: look.theme, direction: look.direction ?? .tb)
    sketch.diagram.graph = sketch.diagram.graph.with(["ranksep": "0.14", "nodesep": "0.30"])
    let runs = resolutions(of: chart)
    let colors = graph.colors(of: chart, runs)
    let isDot = { (cell: Int) in chart.first(cell).kind == .addition }
    for cell in chart.cells.indices {
      let attributes = isDot(cell) ? sketch.dot : sketch.layerBox(chart.first(cell), colors[cell])
      sketch.add(chart.id(cell), attributes, group: "main", tooltip: chart.first(cell).path ?? "")
    }
    let kind = { (skip: SkipConnection) in kinds[chart.first(skip.addition).line] ?? .identity }
    sketch.connect(chart, Layout(isDot: isDot, isDotted: { kind($0) != .identity }))
    sketch.addMargin(runs, chart)
    var legend = Legend()
    legend.add(shortcuts: chart.routed.map(kind))
    sketch.addLegend(legend, columns: 2)
    return sketch.diagram
  }

  /// The graph without the operations of shortcuts that have at most one convolution.
  ///
  /// The paper draws such a shortcut as a dotted line.
  var withoutProjections: Graph {
    let chart = Flowchart(self, owner: Partition.major(self))
    var graph = self
    var gone: Set<Int> = []
    for skip in chart.routed where skip.shortcut.filter({ chart.first($0).isWeighted }).count < 2 {
      guard let first = skip.shortcut.first else { continue }
      let feed = chart.first(first).inputs[0]
      let nodes = skip.shortcut.flatMap { chart.cells[$0].nodes }
      let end = chart.cells[skip.addition].nodes[0]
      graph.nodes[end].inputs = self.nodes[end].inputs.map {
        nodes.contains($0) ? feed : $0
      }
      gone.formUnion(nodes)
    }
    let kept = nodes.indices.filter { !gone.contains($0) }
    let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    graph.nodes = kept.map { old in
      var operation = graph.nodes[old]
      operation.inputs = operation.inputs.map { places[$0]! }
      return operation
    }
    return graph
  }

  /// The kind of each shortcut, by the line of its addition on the tape.
  var shortcutKinds: [Int: ShortcutKind] {
    let chart = Flowchart(self, owner: Partition.each(self))
    let pairs = chart.skipConnections.map { (chart.first($0.addition).line, $0.kind) }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  /// The cells of the main path, grouped by the height and width of their results.
  private func resolutions(of chart: Flowchart) -> [[Int]] {
    var runs: [[Int]] = []
    for cell in chart.mainPath {
      if let last = runs.last?.last,
        resolution(chart.first(last).shape) == resolution(chart.first(cell).shape)
      {
        runs[runs.count - 1].append(cell)
      } else {
        runs.append([cell])
      }
    }
    return runs
  }

  /// A color for each cell of a stage, or, without stages, for cells whose size several layers have.
  private func colors(of chart: Flowchart, _ runs: [[Int]]) -> [Int: (line: Color, fill: Color)] {
    let stages = stages.map(\.nodes)
    let groups =
      stages.isEmpty
      ? runs.filter { run in run.filter { chart.first($0).isWeighted }.count > 1 }
      : stages.map { stage in
        chart.cells.indices.filter { stage.contains(chart.cells[$0].nodes[0]) }
      }
    return groups.enumerated().reduce(into: [:]) { colors, group in
      for cell in group.element { colors[cell] = (Color.Box.weights.line, Color.Box.weights.fill) }
    }
  }
}

/// `[H, W]` of images `[N, C, H, W]`, `[C]` of rows `[N, C]`.
func resolution(_ shape: [Int]) -> [Int] {
  Array(shape.dropFirst(shape.count == 4 ? 2 : 1))
}

extension Sketch {
  fileprivate func layerBox(_ operation: Node, _ colors: (line: Color, fill: Color)?)
    -> Attributes
  {
    let isWeighted = operation.isWeighted
    let plain = (line: Color.gray, fill: isWeighted ? Kind.other.fill : .paper)
    let look = isWeighted ? colors ?? plain : plain
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
    return box(line: look.line, fill: look.fill).with(size)
      .labeled(words.map { Markup($0) }.lines)
  }

  /// Writes the height and width of results in the margin, beside the first box that has it.
  fileprivate mutating func addMargin(_ runs: [[Int]], _ chart: Flowchart) {
    var before: String?
    for run in runs {
      guard let first = run.first(where: { chart.first($0).kind != .addition }) else { continue }
      let shape = resolution(chart.first(first).shape)
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
