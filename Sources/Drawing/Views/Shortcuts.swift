import Plots

// The roads around: out to the side, along beside the main road, and back.

extension Sketch {
  /// The road around: out to the side, along beside the main road, and back.
  ///
  /// It goes through points beside the first and the last cell of the main road, because a frame makes
  /// room for what stands in it, but not for lines.
  mutating func addShortcut(
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

  private mutating func joinStops(
    _ stops: [String], isDotted: Bool, _ color: Color, boxes: Set<String>
  ) {
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
