/// A sum of two roads with what belongs to it: the layer around it, or at least both roads.
struct ResidualBlock {
  let sum: Sum
  /// The cell whose result the block is given.
  let input: Int
  /// The cells of the block, in order.
  let cells: [Int]
  /// The layer it is, if it is one.
  let module: Module?

  init(_ sum: Sum, _ chart: Flowchart) {
    self.sum = sum
    let frame = chart.head(sum.cell).frame
    let sums = chart.sums.filter { chart.head($0.cell).frame.last == frame.last }
    module = sums.count == 1 ? frame.last : nil
    if let module {
      cells = chart.cells.indices.filter { chart.head($0).frame.contains(module) }
      input = chart.cells[cells[0]].inputs.first ?? sum.fork
    } else if chart.sums.count == 1, sum.holds(everythingLearnedIn: chart) {
      (cells, input) = (Array(chart.cells.indices.dropFirst()), 0)  // the net itself is the block
    } else {
      input = sum.fork
      let after = chart.consumers(of: sum.cell)
      let activation = after.count == 1 && chart.head(after[0]).kind == .activation ? after : []
      cells = (sum.main + sum.shortcut).sorted() + [sum.cell] + activation
    }
  }

  /// The block alone, with one cell in front for what it is given.
  func chart(_ whole: Flowchart) -> Flowchart {
    var graph = whole.graph
    let kept = [input] + cells
    let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    graph.operations = kept.map { cell in
      var operation = whole.graph.operations[cell]
      operation.inputs = cell == input ? [] : operation.inputs.compactMap { places[$0] }
      return operation
    }
    return Flowchart(graph, owner: Partition.each(graph))
  }

  var path: String { module?.path ?? "" }

  var title: String { sum.isIdentity ? "identity shortcut" : "projection shortcut" }

  /// Blocks of one sort differ only in sizes.
  func sort(_ chart: Flowchart) -> String {
    cells.map { cell in
      let operation = chart.head(cell)
      return operation.name + (sum.shortcut.contains(cell) ? "'" : "")
        + "\(operation.weights.count)"
    }.joined(separator: " ")
  }
}
