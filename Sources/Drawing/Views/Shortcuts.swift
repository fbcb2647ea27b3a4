import Plots

/// The line of a shortcut: out to the side, along the branch, and back to the addition.
///
/// It passes invisible nodes, called stops, beside the first and the last cell of the branch, because
/// Graphviz makes a frame as large as the nodes in it, but ignores edges.
private struct Route {
  let skip: SkipConnection
  let frame: [String]
  let isDotted: Bool
  /// The prefix of its stops' ids, and their group.
  let id: String

  init(_ skip: SkipConnection, _ chart: Flowchart, _ layout: Layout) {
    self.skip = skip
    frame = layout.frame(around: skip)
    isDotted = layout.isDotted(skip)
    id = "\(chart.id(skip.addition)).shortcut"
  }
}

extension Sketch {
  mutating func addShortcut(
    _ skip: SkipConnection, from fork: String, _ chart: Flowchart, _ layout: Layout
  ) {
    let route = Route(skip, chart, layout)
    func align(_ stop: String, beside cell: Int) {
      // Graphviz fails on a rank of nodes in different frames.
      if layout.frame(cell) == route.frame { self.align([chart.id(cell), stop], in: route.frame) }
    }

    var stops = skip.shortcut.map(chart.id)
    let free = skip.branch.count - stops.count - (layout.namesIdentity && skip.isIdentity ? 1 : 0)
    setGroup(of: stops, to: route.id)
    if layout.namesIdentity, skip.isIdentity {
      stops = [addWord("identity", route)]
      align(stops[0], beside: skip.branch[skip.branch.count / 2])
    } else if free > 2, let first = skip.shortcut.first, layout.frame(first) == route.frame {
      align(stops[0], beside: skip.branch[free / 2])
    }
    if free >= 1 {
      stops.insert(addStop("out", route), at: 0)
      align(stops[0], beside: skip.branch[0])
    }
    if free >= 2 {
      stops.append(addStop("back", route))
      align(stops.last!, beside: skip.branch.last!)
    }
    if isUpright, let last = stops.last {
      align(addGuard(below: last, route), beside: skip.addition)
    }
    join([fork] + stops + [chart.id(skip.addition)], boxes: Set(skip.shortcut.map(chart.id)), route)
  }

  private mutating func setGroup(of nodes: [String], to group: String) {
    for i in diagram.nodes.indices where nodes.contains(diagram.nodes[i].id) {
      diagram.nodes[i].attributes["group"] = .text(group)
    }
  }

  private mutating func addWord(_ word: String, _ route: Route) -> String {
    let id = "\(route.id).word"
    let look = bare.with(["label": word, "fontsize": "9", "fontcolor": theme(.shortcut)])
    add(id, look, in: route.frame, group: route.id)
    return id
  }

  private mutating func addStop(_ name: String, _ route: Route) -> String {
    let id = "\(route.id).\(name)"
    // Seven points and a border: edges end half a point before a node.
    let length = route.isDotted ? "0.03" : "0.0972"
    let look: Attributes = [
      "fixedsize": "true", "label": "", "penwidth": "0.8", "color": theme(.shortcut),
      "fillcolor": theme(.shortcut), "style": route.isDotted ? "invis" : "filled",
      "width": isUpright ? "0.01" : length, "height": isUpright ? length : "0.01",
    ]
    add(id, look, in: route.frame, group: route.id)
    return id
  }

  /// An invisible node beside the addition, so that the line does not leave the frame before it turns
  /// in.
  private mutating func addGuard(below stop: String, _ route: Route) -> String {
    let id = "\(route.id).guard"
    let look: Attributes = [
      "fixedsize": "true", "label": "", "style": "invis", "width": "0.01", "height": "0.01",
    ]
    add(id, look, in: route.frame, group: route.id)
    join(stop, id, ["style": "invis", "weight": "1"])
    return id
  }

  private mutating func join(_ stops: [String], boxes: Set<String>, _ route: Route) {
    let (side, ahead, behind) = isUpright ? ("e", "s", "n") : ("n", "e", "w")
    for (from, to) in zip(stops, stops.dropFirst()) {
      let isLast = to == stops.last
      join(
        from, to,
        [
          "color": theme(.shortcut), "weight": "1", "penwidth": "1.8",
          "style": route.isDotted ? "dotted" : "solid",
          "tailport": from == stops.first ? side : ahead, "headport": isLast ? side : behind,
          "arrowhead": isLast || boxes.contains(to) ? "normal" : "none",
        ])
    }
  }
}
