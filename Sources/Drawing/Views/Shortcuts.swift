import Plots

/// The road of one shortcut: out to the side, along beside the main road, and back.
///
/// It goes through stops beside the first and the last cell of the main road, because a frame makes room
/// for what stands in it, but not for lines.
private struct Lane {
  let sum: Sum
  let frame: [String]
  let color: Color
  let isDotted: Bool
  /// What the names of its stops begin with; they stand in one line.
  let id: String

  init(_ sum: Sum, _ chart: Flowchart, _ places: Places) {
    self.sum = sum
    frame = places.frame(around: sum)
    (color, isDotted) = (places.color(sum), places.isDotted(sum))
    id = "\(chart.id(sum.cell)).lane"
  }
}

extension Sketch {
  mutating func addShortcut(
    _ sum: Sum, from fork: String, _ chart: Flowchart, _ places: Places
  ) {
    let lane = Lane(sum, chart, places)
    func align(_ stop: String, beside cell: Int) {
      // The library fails on a row of nodes that stand in different frames.
      if places.frame(cell) == lane.frame { self.align([chart.id(cell), stop], in: lane.frame) }
    }

    var stops = sum.shortcut.map(chart.id)
    let free = sum.main.count - stops.count - (places.namesIdentity && sum.isIdentity ? 1 : 0)
    setGroup(of: stops, to: lane.id)
    if places.namesIdentity, sum.isIdentity {
      stops = [addWord("identity", lane)]
      align(stops[0], beside: sum.main[sum.main.count / 2])
    } else if free > 2, let first = sum.shortcut.first, places.frame(first) == lane.frame {
      align(stops[0], beside: sum.main[free / 2])
    }
    if free >= 1 {
      stops.insert(addStop("out", lane), at: 0)
      align(stops[0], beside: sum.main[0])
    }
    if free >= 2 {
      stops.append(addStop("back", lane))
      align(stops.last!, beside: sum.main.last!)
    }
    if isUpright, let last = stops.last { align(addGuard(below: last, lane), beside: sum.cell) }
    join([fork] + stops + [chart.id(sum.cell)], boxes: Set(sum.shortcut.map(chart.id)), lane)
  }

  private mutating func setGroup(of nodes: [String], to group: String) {
    for i in diagram.nodes.indices where nodes.contains(diagram.nodes[i].id) {
      diagram.nodes[i].attributes["group"] = .text(group)
    }
  }

  private mutating func addWord(_ word: String, _ lane: Lane) -> String {
    let id = "\(lane.id).word"
    let look = bare.with(["label": word, "fontsize": "9", "fontcolor": theme(lane.color)])
    add(id, look, in: lane.frame, group: lane.id)
    return id
  }

  private mutating func addStop(_ name: String, _ lane: Lane) -> String {
    let id = "\(lane.id).\(name)"
    // Seven points and their border: the lines of the library end half a point away.
    let length = lane.isDotted ? "0.03" : "0.0972"
    let look: Attributes = [
      "fixedsize": "true", "label": "", "penwidth": "0.8", "color": theme(lane.color),
      "fillcolor": theme(lane.color), "style": lane.isDotted ? "invis" : "filled",
      "width": isUpright ? "0.01" : length, "height": isUpright ? length : "0.01",
    ]
    add(id, look, in: lane.frame, group: lane.id)
    return id
  }

  /// An invisible stop beside the sum, so that the road does not swing out of the frame before it
  /// turns in.
  private mutating func addGuard(below stop: String, _ lane: Lane) -> String {
    let id = "\(lane.id).guard"
    let look: Attributes = [
      "fixedsize": "true", "label": "", "style": "invis", "width": "0.01", "height": "0.01",
    ]
    add(id, look, in: lane.frame, group: lane.id)
    join(stop, id, ["style": "invis", "weight": "1"])
    return id
  }

  private mutating func join(_ stops: [String], boxes: Set<String>, _ lane: Lane) {
    let (side, ahead, behind) = isUpright ? ("e", "s", "n") : ("n", "e", "w")
    for (from, to) in zip(stops, stops.dropFirst()) {
      let isLast = to == stops.last
      join(
        from, to,
        [
          "color": theme(lane.color), "weight": "1", "penwidth": "1.8",
          "style": lane.isDotted ? "dotted" : "solid",
          "tailport": from == stops.first ? side : ahead, "headport": isLast ? side : behind,
          "arrowhead": isLast || boxes.contains(to) ? "normal" : "none",
        ])
    }
  }
}
