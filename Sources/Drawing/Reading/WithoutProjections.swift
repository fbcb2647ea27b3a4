extension Graph {
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
}

/// `[H, W]` of images `[N, C, H, W]`, `[C]` of rows `[N, C]`.
func resolution(_ shape: [Int]) -> [Int] {
  Array(shape.dropFirst(shape.count == 4 ? 2 : 1))
}
