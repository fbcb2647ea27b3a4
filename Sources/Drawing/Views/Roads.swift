extension Sketch {
  /// Draws all roads: the main ones straight, each shortcut from a dot beside them to its sum.
  mutating func connect(_ chart: Flowchart, _ places: Places) {
    let sums = chart.routed
    let forks = addForks(chart, sums, places)
    let trunk = Set(chart.trunk)
    let isRouted = Set(
      sums.flatMap { sum in
        zip([sum.fork] + sum.shortcut, sum.shortcut + [sum.cell]).map { [$0, $1] }
      })
    for cell in chart.cells.indices {
      for input in chart.cells[cell].inputs where !isRouted.contains([input, cell]) {
        let isMain = trunk.contains(input) && trunk.contains(cell)
        var look: Attributes = isMain ? ["weight": "100"] : [:]
        if places.isDot(cell) { look = look.with(["arrowhead": "none"]) }
        // The note of a fork stands before it.
        if forks[input] == nil, let note = places.note(input, cell) {
          look = look.with(["label": " " + note])
        }
        join(forks[input] ?? chart.id(input), chart.id(cell), look)
      }
    }
    for sum in sums { addShortcut(sum, from: forks[sum.fork] ?? chart.id(sum.fork), chart, places) }
  }

  /// A dot behind each cell from which a shortcut leaves, in the frame of what it leads around.
  private mutating func addForks(_ chart: Flowchart, _ sums: [Sum], _ places: Places)
    -> [Int: String]
  {
    var forks: [Int: String] = [:]
    for fork in Set(sums.map(\.fork)).sorted() where !places.isDot(fork) {
      let here = sums.filter { $0.fork == fork }
      let frame = commonStart(here.flatMap { [places.frame($0.cell), places.frame($0.main[0])] })
      let id = chart.id(fork) + ".fork"
      forks[fork] = id
      add(id, dot, in: frame, group: places.group(here[0].cell))
      var look: Attributes = ["weight": "100", "arrowhead": "none"]
      if let note = places.note(fork, here[0].main[0]) { look = look.with(["label": " " + note]) }
      join(chart.id(fork), id, look)
    }
    return forks
  }
}

/// What all the lists begin with.
func commonStart(_ lists: [[String]]) -> [String] {
  lists.dropFirst().reduce(lists.first ?? []) { common, list in
    Array(zip(common, list).prefix { $0 == $1 }.map(\.0))
  }
}
