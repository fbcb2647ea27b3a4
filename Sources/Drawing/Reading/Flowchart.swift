/// A graph whose nodes are grouped into cells: what a view draws as one box.
///
/// The main path and the skip connections are found among cells, so that each view finds those that it
/// draws.
struct Flowchart {
  struct Cell {
    /// Indices into `Graph.nodes`, ascending; only the first has inputs from other cells.
    let nodes: [Int]
    /// The cells its inputs come from, each once, except in `x + x`.
    let inputs: [Int]
  }

  let graph: Graph
  /// Sorted topologically: each after its inputs.
  let cells: [Cell]
  /// The main path: the cells on the longest path from the input to the output, in order.
  let mainPath: [Int]
  let skipConnections: [SkipConnection]
  /// A prefix for the ids of its boxes, where one figure shows several charts.
  var prefix = ""

  /// - Parameter owner: for each node, the first node of its cell.
  init(_ graph: Graph, owner: [Int]) {
    let roots = graph.nodes.indices.filter { owner[$0] == $0 }
    let place = Dictionary(uniqueKeysWithValues: roots.enumerated().map { ($1, $0) })
    var members = [[Int]](repeating: [], count: roots.count)
    for node in graph.nodes.indices { members[place[owner[node]]!].append(node) }
    cells = members.enumerated().map { number, nodes in
      let inputs = nodes.flatMap { graph.nodes[$0].inputs }.map { place[owner[$0]]! }
      // Only a cell of a single node can have the same input twice.
      let others = nodes.count == 1 ? inputs : Array(Set(inputs)).sorted()
      return Cell(nodes: nodes, inputs: others.filter { $0 != number })
    }
    self.graph = graph
    let depth = depths(of: cells)
    mainPath = longestPath(in: cells, depth)
    skipConnections = Drawing.skipConnections(in: cells, depth) { number in
      members[number].map { graph.nodes[$0] }
    }
  }

  /// The cells that have `cell` as an input.
  func consumers(of cell: Int) -> [Int] {
    cells.indices.filter { cells[$0].inputs.contains(cell) }
  }

  /// The edges of the main path, each as `[from, to]`.
  var mainPathEdges: Set<[Int]> { Set(zip(mainPath, mainPath.dropFirst()).map { [$0, $1] }) }

  /// The first node of a cell, which names it.
  func first(_ cell: Int) -> Node { graph.nodes[cells[cell].nodes[0]] }

  /// The last node of a cell, whose result is the cell's.
  func last(_ cell: Int) -> Node { graph.nodes[cells[cell].nodes.last!] }
}

/// For each cell, the number of edges on the longest path to it.
private func depths(of cells: [Flowchart.Cell]) -> [Int] {
  var depths: [Int] = []
  for cell in cells { depths.append((cell.inputs.map { depths[$0] }.max() ?? -1) + 1) }
  return depths
}

private func longestPath(in cells: [Flowchart.Cell], _ depth: [Int]) -> [Int] {
  var path: [Int] = []
  var next = cells.isEmpty ? nil : cells.count - 1
  while let cell = next {
    path.append(cell)
    next = cells[cell].inputs.max { depth[$0] < depth[$1] }
  }
  return path.reversed()
}
