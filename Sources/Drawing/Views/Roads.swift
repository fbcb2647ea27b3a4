import Plots

/// How a view draws the cells of a flowchart, for the roads between them.
struct Places {
  /// The frame a cell stands in.
  var frame: (Int) -> [String] = { _ in [] }
  /// Cells of one group stand in one line.
  var group: (Int) -> String = { _ in "main" }
  /// What stands beside the road from one cell to another.
  var note: (_ from: Int, _ to: Int) -> String? = { _, _ in nil }
  /// The colour of a shortcut.
  var color: (Sum) -> Color = { _ in .ink }
  /// Whether a cell is drawn as no more than a dot.
  var isDot: (Int) -> Bool = { _ in false }
  /// Whether a shortcut is a dotted line.
  var isDotted: (Sum) -> Bool = { !$0.isIdentity }
  /// Whether "identity" is written into a shortcut without operations.
  var namesIdentity = false
}

extension Flowchart {
  func id(_ cell: Int) -> String { "\(prefix)n\(head(cell).line)" }

  /// The sums whose shortcut is a plain road, so that it can run beside the main one.
  var routed: [Sum] {
    sums.filter { sum in
      !sum.main.isEmpty
        && zip(sum.shortcut, [sum.fork] + sum.shortcut).allSatisfy { cells[$0].inputs == [$1] }
    }
  }
}

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

  /// The road around: out to the side, along beside the main road, and back.
  ///
  /// It goes through points beside the first and the last cell of the main road, because a frame makes
  /// room for what stands in it, but not for lines.
  private mutating func addShortcut(
    _ sum: Sum, from fork: String, _ chart: Flowchart, _ places: Places
  ) {
    let frame = commonStart([places.frame(sum.cell), places.frame(sum.main[0])])
    let lane = "\(chart.id(sum.cell)).lane"
    let color = places.color(sum)
    let isDotted = places.isDotted(sum)
    let free = sum.main.count - sum.shortcut.count
    func beside(_ id: String, _ cell: Int) {
      // The library fails on a row of nodes that stand in different frames.
      if places.frame(cell) == frame { align([chart.id(cell), id], in: frame) }
    }

    var stops: [String] = sum.shortcut.map(chart.id)
    for i in diagram.nodes.indices where stops.contains(diagram.nodes[i].id) {
      diagram.nodes[i].attributes["group"] = .text(lane)
    }
    if sum.isIdentity, places.namesIdentity {
      stops = ["\(lane).word"]
      add(
        stops[0], bare.with(["label": "identity", "fontsize": "9", "fontcolor": theme(color)]),
        in: frame, group: lane)
      beside(stops[0], sum.main[sum.main.count / 2])
    } else if free > 2, let first = sum.shortcut.first, places.frame(first) == frame {
      beside(stops[0], sum.main[free / 2])
    }
    let word = places.namesIdentity && sum.isIdentity ? 1 : 0
    if free - word >= 1 {
      stops.insert("\(lane).out", at: 0)
      addStop(stops[0], isDotted: isDotted, color, in: frame, group: lane)
      beside(stops[0], sum.main[0])
    }
    if free - word >= 2 {
      stops.append("\(lane).back")
      addStop(stops.last!, isDotted: isDotted, color, in: frame, group: lane)
      beside(stops.last!, sum.main.last!)
    }
    if isUpright, let last = stops.last, places.frame(sum.cell) == frame {
      addGuard("\(lane).guard", below: last, beside: chart.id(sum.cell), in: frame, group: lane)
    }
    joinStops(
      [fork] + stops + [chart.id(sum.cell)], isDotted: isDotted, color,
      boxes: Set(sum.shortcut.map(chart.id)))
  }

  private mutating func addStop(
    _ id: String, isDotted: Bool, _ color: Color, in frame: [String], group: String
  ) {
    // Seven points and their border: the lines of the library end half a point away.
    let length = isDotted ? "0.03" : "0.0972"
    add(
      id,
      [
        "fixedsize": "true", "label": "", "penwidth": "0.8", "color": theme(color),
        "fillcolor": theme(color), "style": isDotted ? "invis" : "filled",
        "width": isUpright ? "0.01" : length, "height": isUpright ? length : "0.01",
      ], in: frame, group: group)
  }

  /// An invisible stop beside the sum, so that the road does not swing out of the frame before it
  /// turns in.
  private mutating func addGuard(
    _ id: String, below stop: String, beside sum: String, in frame: [String], group: String
  ) {
    add(
      id, ["fixedsize": "true", "label": "", "style": "invis", "width": "0.01", "height": "0.01"],
      in: frame, group: group)
    align([sum, id], in: frame)
    join(stop, id, ["style": "invis", "weight": "1"])
  }

  private mutating func joinStops(_ stops: [String], isDotted: Bool, _ color: Color, boxes: Set<String>) {
    let (side, ahead, behind) = isUpright ? ("e", "s", "n") : ("n", "e", "w")
    for (from, to) in zip(stops, stops.dropFirst()) {
      let isLast = to == stops.last
      join(
        from, to,
        [
          "color": theme(color), "weight": "1",
          "penwidth": isDotted ? "1.7" : "1.8", "style": isDotted ? "dotted" : "solid",
          "tailport": from == stops.first ? side : ahead, "headport": isLast ? side : behind,
          "arrowhead": isLast || boxes.contains(to) ? "normal" : "none",
        ])
    }
  }
}

/// What all the lists begin with.
func commonStart(_ lists: [[String]]) -> [String] {
  lists.dropFirst().reduce(lists.first ?? []) { common, list in
    Array(zip(common, list).prefix { $0 == $1 }.map(\.0))
  }
}
