/// A residual addition: a branch and a shortcut that start at the same cell, the fork, and are added.
///
/// Of the two paths from the fork to the addition, the longer one is the branch F(x), the shorter one the
/// shortcut.
struct SkipConnection: Equatable {
  /// The cell that adds.
  let addition: Int
  /// The last cell that both inputs of the addition depend on.
  let fork: Int
  /// The cells of the branch, in order.
  let branch: [Int]
  /// The cells of the shortcut, in order; none if it is the identity.
  let shortcut: [Int]

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
/// - Parameter depth: for each cell, the length of the longest path to it.
func skipConnections(
  in cells: [Flowchart.Cell], _ depth: [Int], isAddition: (Int) -> Bool
) -> [SkipConnection] {
  let dominators = immediateDominators(of: cells)
  return cells.indices.compactMap { number in
    let inputs = cells[number].inputs
    guard isAddition(number), inputs.count == 2, let fork = dominators[number] else { return nil }
    let (a, b) = (inputs[0], inputs[1])
    let (long, short) = depth[a] >= depth[b] ? (a, b) : (b, a)
    return SkipConnection(
      addition: number, fork: fork, branch: path(from: fork, to: long, in: cells),
      shortcut: path(from: fork, to: short, in: cells))
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
