import Plots

/// Where a view puts the cells of a flowchart, and how it draws the edges between them.
struct Layout {
  /// The path of the frame around a cell.
  var frame: (Int) -> [String] = { _ in [] }
  /// The group of a cell; Graphviz tries to put cells of one group on a straight line.
  var group: (Int) -> String = { _ in "main" }
  /// The label of the edge from one cell to another.
  var note: (_ from: Int, _ to: Int) -> String? = { _, _ in nil }
  /// Whether a cell is drawn as a dot instead of a box.
  var isDot: (Int) -> Bool = { _ in false }
  /// Whether a shortcut is drawn as a dotted line.
  var isDotted: (SkipConnection) -> Bool = { !$0.isIdentity }
  /// Whether identity shortcuts are labeled "identity".
  var namesIdentity = false

  /// The path of the frame in which a shortcut is drawn.
  func frame(around skip: SkipConnection) -> [String] {
    commonPrefix([frame(skip.addition), frame(skip.branch[0])])
  }
}

extension Flowchart {
  func id(_ cell: Int) -> String { "\(prefix)n\(first(cell).line)" }

  /// The skip connections that are drawn as a line beside the branch, because their shortcut does not fork.
  var routed: [SkipConnection] {
    let uses = cells.flatMap(\.inputs).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    return skipConnections.filter { skip in
      !skip.branch.isEmpty
        && zip(skip.shortcut, [skip.fork] + skip.shortcut).allSatisfy { cell, before in
          cells[cell].inputs == [before] && uses[cell] == 1
        }
    }
  }
}

/// The dots after one cell at which shortcuts start, one for each frame, the outermost first.
private struct Forks {
  var dots: [(frame: [String], id: String)] = []

  /// The dot at which an edge to a cell in `frame` starts.
  func exit(to frame: [String]) -> String? {
    dots.last { frame.starts(with: $0.frame) }?.id ?? dots.first?.id
  }
}

extension Sketch {
  /// Draws all edges: the main path straight, each shortcut from a dot on the main path to its addition.
  mutating func connect(_ chart: Flowchart, _ layout: Layout) {
    let skips = chart.routed
    let forks = addForks(chart, skips, layout)
    let main = chart.mainPathEdges
    let isRouted = Set(
      skips.flatMap { skip in
        zip([skip.fork] + skip.shortcut, skip.shortcut + [skip.addition]).map { [$0, $1] }
      })
    for cell in chart.cells.indices {
      for input in chart.cells[cell].inputs where !isRouted.contains([input, cell]) {
        var look: Attributes = main.contains([input, cell]) ? ["weight": "100"] : [:]
        if layout.isDot(cell) { look = look.with(["arrowhead": "none"]) }
        // The label of a fork is on the edge before its dot.
        if forks[input] == nil, let note = layout.note(input, cell) {
          look = look.with(["label": " " + note])
        }
        let from = forks[input]?.exit(to: layout.frame(cell)) ?? chart.id(input)
        join(from, chart.id(cell), look)
      }
    }
    for skip in skips {
      let from = forks[skip.fork]?.exit(to: layout.frame(around: skip)) ?? chart.id(skip.fork)
      addShortcut(skip, from: from, chart, layout)
    }
  }

  private mutating func addForks(
    _ chart: Flowchart, _ skips: [SkipConnection], _ layout: Layout
  ) -> [Int: Forks] {
    var forks: [Int: Forks] = [:]
    for fork in Set(skips.map(\.fork)).sorted() where !layout.isDot(fork) {
      let here = skips.filter { $0.fork == fork }
      var from = chart.id(fork)
      for (i, frame) in nested(here.map(layout.frame(around:))).enumerated() {
        let id = chart.id(fork) + ".fork" + (i == 0 ? "" : "\(i)")
        add(id, dot, in: frame, group: layout.group(here[0].addition))
        var look: Attributes = ["weight": "100", "arrowhead": "none"]
        if i == 0, let note = layout.note(fork, here[0].branch[0]) {
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

/// The frames from the outermost to the innermost, or, if they are not nested, the one that contains all.
private func nested(_ frames: [[String]]) -> [[String]] {
  let sorted = Set(frames).sorted { $0.count < $1.count }
  let areNested = zip(sorted, sorted.dropFirst()).allSatisfy { $1.starts(with: $0) }
  return areNested ? sorted : [commonPrefix(frames)]
}

private func commonPrefix(_ lists: [[String]]) -> [String] {
  lists.dropFirst().reduce(lists.first ?? []) { common, list in
    Array(zip(common, list).prefix { $0 == $1 }.map(\.0))
  }
}
