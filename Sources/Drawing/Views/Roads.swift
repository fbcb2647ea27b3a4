/// The dots behind one cell from which shortcuts leave, the outermost first.
private struct Forks {
  var dots: [(frame: [String], id: String)] = []

  /// The dot from which to go to what stands in `frame`.
  func exit(to frame: [String]) -> String? {
    dots.last { frame.starts(with: $0.frame) }?.id ?? dots.first?.id
  }
}

extension Sketch {
  /// Draws all roads: the main ones straight, each shortcut from a dot beside them to its sum.
  mutating func connect(_ chart: Flowchart, _ places: Places) {
    let sums = chart.routed
    let forks = addForks(chart, sums, places)
    let trunk = chart.trunkSteps
    let isRouted = Set(
      sums.flatMap { sum in
        zip([sum.fork] + sum.shortcut, sum.shortcut + [sum.cell]).map { [$0, $1] }
      })
    for cell in chart.cells.indices {
      for input in chart.cells[cell].inputs where !isRouted.contains([input, cell]) {
        var look: Attributes = trunk.contains([input, cell]) ? ["weight": "100"] : [:]
        if places.isDot(cell) { look = look.with(["arrowhead": "none"]) }
        // The note of a fork stands before it.
        if forks[input] == nil, let note = places.note(input, cell) {
          look = look.with(["label": " " + note])
        }
        let from = forks[input]?.exit(to: places.frame(cell)) ?? chart.id(input)
        join(from, chart.id(cell), look)
      }
    }
    for sum in sums {
      let from = forks[sum.fork]?.exit(to: places.frame(around: sum)) ?? chart.id(sum.fork)
      addShortcut(sum, from: from, chart, places)
    }
  }

  private mutating func addForks(_ chart: Flowchart, _ sums: [Sum], _ places: Places)
    -> [Int: Forks]
  {
    var forks: [Int: Forks] = [:]
    for fork in Set(sums.map(\.fork)).sorted() where !places.isDot(fork) {
      let here = sums.filter { $0.fork == fork }
      var from = chart.id(fork)
      for (i, frame) in nested(here.map(places.frame(around:))).enumerated() {
        let id = chart.id(fork) + ".fork" + (i == 0 ? "" : "\(i)")
        add(id, dot, in: frame, group: places.group(here[0].cell))
        var look: Attributes = ["weight": "100", "arrowhead": "none"]
        if i == 0, let note = places.note(fork, here[0].main[0]) {
          look = look.with(["label": " " + note])
        }
        join(from, id, look)
        forks[fork, default: Forks()].dots.append((frame, id))
        from = id
      }
    }
    return forks
  }
}

extension Places {
  /// The frame in which a shortcut runs.
  func frame(around sum: Sum) -> [String] { commonStart([frame(sum.cell), frame(sum.main[0])]) }
}

/// The frames from the outermost to the innermost, or, if they do not lie in each other, the one around
/// all.
private func nested(_ frames: [[String]]) -> [[String]] {
  let sorted = Set(frames).sorted { $0.count < $1.count }
  let areNested = zip(sorted, sorted.dropFirst()).allSatisfy { $1.starts(with: $0) }
  return areNested ? sorted : [commonStart(frames)]
}

/// What all the lists begin with.
func commonStart(_ lists: [[String]]) -> [String] {
  lists.dropFirst().reduce(lists.first ?? []) { common, list in
    Array(zip(common, list).prefix { $0 == $1 }.map(\.0))
  }
}
