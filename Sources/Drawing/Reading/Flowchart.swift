/// The graph with some operations taken together into one cell each: what a view draws as one thing.
///
/// Forks, sums and the longest road are found here, among cells, so that each view finds those that it
/// shows.
struct Flowchart {
  struct Cell {
    /// In the order of the tape; the first is the only one that is given anything from other cells.
    let operations: [Int]
    /// Other cells, one for each value that comes from there.
    let inputs: [Int]
  }

  let graph: Graph
  /// Each after those it depends on.
  let cells: [Cell]
  /// The cells on the longest road from the input to the output, in order.
  let trunk: [Int]
  let sums: [Sum]
  /// What the names of its nodes begin with, where one figure shows several charts.
  var prefix = ""

  /// - Parameter owner: for each operation, the first operation of its cell.
  init(_ graph: Graph, owner: [Int]) {
    let roots = graph.operations.indices.filter { owner[$0] == $0 }
    let place = Dictionary(uniqueKeysWithValues: roots.enumerated().map { ($1, $0) })
    var members = [[Int]](repeating: [], count: roots.count)
    for operation in graph.operations.indices {
      members[place[owner[operation]]!].append(operation)
    }
    cells = members.enumerated().map { number, operations in
      let inputs = operations.flatMap { graph.operations[$0].inputs }.map { place[owner[$0]]! }
      // Only one operation alone can be given the same twice; `x + x` is.
      let others = operations.count == 1 ? inputs : Array(Set(inputs)).sorted()
      return Cell(operations: operations, inputs: others.filter { $0 != number })
    }
    self.graph = graph
    let depth = depths(of: cells)
    trunk = longestRoad(in: cells, depth)
    sums = findSums(in: cells, depth) { number in
      graph.operations[members[number][0]].name == "add"
    }
  }

  /// The cells that are given what `cell` computes.
  func consumers(of cell: Int) -> [Int] {
    cells.indices.filter { cells[$0].inputs.contains(cell) }
  }

  /// The steps of the longest road: what it goes from, and what it goes to.
  var trunkSteps: Set<[Int]> { Set(zip(trunk, trunk.dropFirst()).map { [$0, $1] }) }

  /// The operation that gives a cell its name.
  func head(_ cell: Int) -> Operation { graph.operations[cells[cell].operations[0]] }

  /// The operation whose result leaves the cell.
  func tail(_ cell: Int) -> Operation { graph.operations[cells[cell].operations.last!] }
}

/// How many cells lie on the longest road to each cell.
private func depths(of cells: [Flowchart.Cell]) -> [Int] {
  var depths: [Int] = []
  for cell in cells { depths.append((cell.inputs.map { depths[$0] }.max() ?? -1) + 1) }
  return depths
}

private func longestRoad(in cells: [Flowchart.Cell], _ depth: [Int]) -> [Int] {
  var road: [Int] = []
  var next = cells.isEmpty ? nil : cells.count - 1
  while let cell = next {
    road.append(cell)
    next = cells[cell].inputs.max { depth[$0] < depth[$1] }
  }
  return road.reversed()
}
