/// A skip connection with the layer it is part of, or, if there is none, with its branch and shortcut.
struct ResidualBlock {
  let skip: SkipConnection
  /// The cell whose result is the input of the block.
  let input: Int
  /// The cells of the block, in order.
  let cells: [Int]
  /// The layer, if it has this skip connection only.
  let module: Module?

  init(_ skip: SkipConnection, _ chart: Flowchart) {
    self.skip = skip
    let frame = chart.first(skip.addition).frame
    let skips = chart.skipConnections.filter { chart.first($0.addition).frame.last == frame.last }
    module = skips.count == 1 ? frame.last : nil
    if let module {
      cells = chart.cells.indices.filter { chart.first($0).frame.contains(module) }
      input = chart.cells[cells[0]].inputs.first ?? skip.fork
    } else if chart.skipConnections.count == 1, skip.holdsAllWeights(of: chart) {
      (cells, input) = (Array(chart.cells.indices.dropFirst()), 0)  // the net itself is the block
    } else {
      input = skip.fork
      let after = chart.consumers(of: skip.addition)
      let activation = after.count == 1 && chart.first(after[0]).kind == .activation ? after : []
      cells = (skip.branch + skip.shortcut).sorted() + [skip.addition] + activation
    }
  }

  /// The block alone, after one cell that stands for its input.
  func chart(_ whole: Flowchart) -> Flowchart {
    var graph = whole.graph
    let kept = [input] + cells
    let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    graph.nodes = kept.map { cell in
      var node = whole.graph.nodes[cell]
      node.inputs = cell == input ? [] : node.inputs.compactMap { places[$0] }
      return node
    }
    return Flowchart(graph, owner: Partition.each(graph))
  }

  var path: String { module?.path ?? "" }

  /// A text that is the same for blocks that differ only in shapes.
  func structure(_ chart: Flowchart) -> String {
    cells.map { cell in
      let node = chart.first(cell)
      return node.operation.title + (skip.shortcut.contains(cell) ? "'" : "")
        + "\(node.weights.count)"
    }.joined(separator: " ")
  }
}
