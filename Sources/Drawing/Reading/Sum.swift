/// Two roads that part at one cell and are added up at another.
///
/// The shorter one is the shortcut.
struct Sum: Equatable {
  let cell: Int
  /// The last cell that both roads have in common.
  let fork: Int
  /// What lies on the longer road, in order.
  let main: [Int]
  /// What lies on the shorter road, in order; nothing if it is an identity.
  let shortcut: [Int]

  var isIdentity: Bool { shortcut.isEmpty }

  /// Whether all matrices and windows of the net are on the two roads.
  func holds(everythingLearnedIn chart: Flowchart) -> Bool {
    chart.cells.indices.allSatisfy { cell in
      !chart.head(cell).isHeavy || main.contains(cell) || shortcut.contains(cell)
    }
  }
}

/// The sums of two roads with a fork in common.
///
/// A constant or a parameter that is added makes none.
func findSums(
  in cells: [Flowchart.Cell], _ depth: [Int], isSum: (Int) -> Bool
) -> [Sum] {
  let above = dominators(of: cells)
  return cells.indices.compactMap { number in
    let inputs = cells[number].inputs
    guard isSum(number), inputs.count == 2, let fork = above[number] else { return nil }
    let (a, b) = (inputs[0], inputs[1])
    let (long, short) = depth[a] >= depth[b] ? (a, b) : (b, a)
    return Sum(
      cell: number, fork: fork, main: road(from: fork, to: long, in: cells),
      shortcut: road(from: fork, to: short, in: cells))
  }
}

/// For each cell the last one that every road from the input to it goes through.
private func dominators(of cells: [Flowchart.Cell]) -> [Int?] {
  var above: [Int?] = []
  for cell in cells {
    var common = cell.inputs.first
    for var other in cell.inputs.dropFirst().map(Optional.some) {
      // The later of two cells cannot be above the earlier one.
      while common != other, common != nil, other != nil {
        if common! > other! { common = above[common!] } else { other = above[other!] }
      }
      if common == nil || other == nil { common = nil }
    }
    above.append(common)
  }
  return above
}

/// Everything between `fork` and `end`, `end` included.
private func road(from fork: Int, to end: Int, in cells: [Flowchart.Cell]) -> [Int] {
  var found: Set<Int> = []
  var open = [end]
  while let cell = open.popLast() {
    if cell != fork, found.insert(cell).inserted { open += cells[cell].inputs }
  }
  return found.sorted()
}
