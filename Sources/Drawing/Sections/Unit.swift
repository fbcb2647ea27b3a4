/// A piece of the main path that a view does not tear apart: a block with its shortcuts, or a layer with the
/// norm and the activation behind it.
struct Unit {
  /// The cells on the main path, in order.
  var cells: [Int]
  /// The shortcuts around some of them.
  let skips: [SkipConnection]
  /// Whether it is a block of a stage, or has a shortcut.
  let isBlock: Bool
  /// How many units like this one follow each other.
  var repeats = 1
}

extension Flowchart {
  /// The main path in units.
  ///
  /// - Parameter blocks: for each node its block, if there is one.
  func units(_ blocks: [Module?]) -> [Unit] {
    let skips = shortcutsAlongMainPath
    var units: [(key: String?, unit: Unit)] = []
    for (place, cell) in mainPath.enumerated() {
      let around = skips.first { $0.fork < cell && cell <= $0.addition }
      let key =
        blocks[cells[cell].nodes[0]].map { "block \($0.call)" }
        ?? around.map { "sum \($0.addition)" }
      if let last = units.last, last.key == key, key != nil || !startsUnit(cell, place) {
        units[units.count - 1].unit.cells.append(cell)
      } else {
        units.append((key, Unit(cells: [cell], skips: [], isBlock: key != nil)))
      }
    }
    return units.map { _, unit in
      let own = skips.filter { unit.cells.contains($0.addition) }
      return Unit(cells: unit.cells, skips: own, isBlock: unit.isBlock)
    }
  }

  /// The shortcuts whose branch lies on the main path, the longest first.
  var shortcutsAlongMainPath: [SkipConnection] {
    let main = Set(mainPath)
    return routed.filter { main.contains($0.addition) && $0.branch.allSatisfy(main.contains) }
      .sorted { ($1.fork, $0.addition) < ($0.fork, $1.addition) }
  }

  /// The cell whose result is that of a unit: the last, or, where a layer's result is enlarged behind it, the
  /// last before that.
  func result(of unit: Unit) -> Int {
    let end = unit.cells.last!
    guard !unit.isBlock, let major = unit.cells.last(where: { first($0).isMajor }),
      last(end).shape.count == 4, resolution(last(end).shape) != resolution(last(major).shape)
    else { return end }
    return unit.cells.last { resolution(last($0).shape) == resolution(last(major).shape) }!
  }

  /// The cells that are neither on the main path nor on one of its shortcuts.
  var besideMainPath: [Int] {
    let known = Set(mainPath + shortcutsAlongMainPath.flatMap(\.shortcut))
    return cells.indices.filter { !known.contains($0) }
  }

  /// Whether outside of blocks an operation begins a unit; a norm, an activation and what only reshapes do
  /// not.
  private func startsUnit(_ cell: Int, _ place: Int) -> Bool {
    place < 2 || first(cell).isMajor || first(cell).operation == .concatenate
  }

  /// A text that is the same for units that differ only in their parameters.
  func signature(_ unit: Unit) -> String {
    let all = unit.cells + unit.skips.flatMap(\.shortcut)
    let operations = all.map { cell in
      cells[cell].nodes.map { number in
        let node = graph.nodes[number]
        return "\(node.title) \(node.shape) \(node.weights.map(\.shape))"
      }.joined(separator: "; ")
    }
    let lengths = unit.skips.map { skip in
      "\(skip.branch.count) \(unit.cells.firstIndex(of: skip.addition)!) \(skip.kind)"
    }
    return (operations + lengths).joined(separator: "\n")
  }

  /// The units with those that are alike and follow each other counted in the first one.
  func folded(_ units: [Unit]) -> [Unit] {
    units.reduce(into: []) { folded, unit in
      if let last = folded.last, signature(last) == signature(unit) {
        folded[folded.count - 1].repeats += 1
      } else {
        folded.append(unit)
      }
    }
  }
}
