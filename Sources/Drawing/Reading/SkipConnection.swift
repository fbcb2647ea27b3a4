/// A residual addition: a branch and a shortcut that start at the same cell, the fork, and are added.
///
/// Of the two paths from the fork to the addition, the longer one is the branch F(x), the shorter one the
/// shortcut; if both are as long, the branch has more parameters. The sum of two paths that are alike is no
/// skip connection, since neither of them is a shortcut.
struct SkipConnection: Equatable {
  /// The cell that adds.
  let addition: Int
  /// The last cell that both inputs of the addition depend on.
  let fork: Int
  /// The cells of the branch, in order.
  let branch: [Int]
  /// The cells of the shortcut, in order; none if it is the identity.
  let shortcut: [Int]
  /// What is on the shortcut.
  var kind = ShortcutKind.identity

  var isIdentity: Bool { shortcut.isEmpty }

  /// Whether every weighted layer of the net is on the branch or on the shortcut.
  func holdsAllWeights(of chart: Flowchart) -> Bool {
    chart.cells.indices.allSatisfy { cell in
      !chart.first(cell).isWeighted || branch.contains(cell) || shortcut.contains(cell)
    }
  }
}

/// The skip connections among these cells.
///
/// Adding a constant or a parameter makes none, because its two inputs have no fork.
///
/// - Parameters:
///   - depth: for each cell, the length of the longest path to it.
///   - nodes: what is in a cell.
func skipConnections(
  in cells: [Flowchart.Cell], _ depth: [Int], nodes: (Int) -> [Node]
) -> [SkipConnection] {
  let dominators = immediateDominators(of: cells)
  return cells.indices.compactMap { number in
    let inputs = cells[number].inputs
    guard nodes(number)[0].kind == .addition, inputs.count == 2, let fork = dominators[number]
    else {
      return nil
    }
    let paths = inputs.map { end in
      let cells = path(from: fork, to: end, in: cells)
      return (end: end, cells: cells, nodes: cells.flatMap(nodes))
    }
    if areAlike(paths[0].nodes, paths[1].nodes) { return nil }
    let sizes = paths.map { path in
      (depth[path.end], path.nodes.flatMap(\.weights).reduce(0) { $0 + $1.count })
    }
    let (branch, shortcut) = sizes[0] >= sizes[1] ? (paths[0], paths[1]) : (paths[1], paths[0])
    return SkipConnection(
      addition: number, fork: fork, branch: branch.cells, shortcut: shortcut.cells,
      kind: ShortcutKind(shortcut.nodes))
  }
}

/// Whether two paths consist of the same operations with parameters of the same shapes.
private func areAlike(_ a: [Node], _ b: [Node]) -> Bool {
  !a.isEmpty
    && a.elementsEqual(b) {
      $0.operation == $1.operation && $0.settings.elementsEqual($1.settings, by: ==)
        && $0.weights.map(\.shape) == $1.weights.map(\.shape)
    }
}

/// For each cell the last other cell that lies on every path from the input to it.
private func immediateDominators(of cells: [Flowchart.Cell]) -> [Int?] {
  var dominators: [Int?] = []
  for cell in cells {
    var common = cell.inputs.first
    for var other in cell.inputs.dropFirst().map(Optional.some) {
      // Cells are sorted topologically, so the one with the higher number cannot dominate the other.
      while common != other, common != nil, other != nil {
        if common! > other! { common = dominators[common!] } else { other = dominators[other!] }
      }
      if common == nil || other == nil { common = nil }
    }
    dominators.append(common)
  }
  return dominators
}

/// All cells on paths from `fork` to `end`, without `fork`, with `end`.
private func path(from fork: Int, to end: Int, in cells: [Flowchart.Cell]) -> [Int] {
  var found: Set<Int> = []
  var open = [end]
  while let cell = open.popLast() {
    if cell != fork, found.insert(cell).inserted { open += cells[cell].inputs }
  }
  return found.sorted()
}
