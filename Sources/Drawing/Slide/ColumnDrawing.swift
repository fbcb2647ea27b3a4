import Plots

/// What a column of layers is drawn with: the path, boxes, shortcuts, and the legend at its foot.
extension Column {
  func addPath(_ y: inout Double, _ length: Double, head: Bool, to plan: inout Plan) {
    plan.add(
      Plan.Line(
        points: [.init(center, y), .init(center, y + length)], width: sizes.path,
        head: head ? sizes.head : nil))
    y += length
  }

  func addBox(_ cell: Int, y: Double, to plan: inout Plan) {
    let node = chart.first(cell)
    let more = node.kind == .input ? words(.comma) + extent(of: node.shape) : ""
    plan.add(
      Plan.Box(
        id: chart.id(cell),
        place: .init(left: Self.left, top: y, width: Self.box, height: sizes.box),
        line: node.kind.line, fill: node.kind.fill,
        text: Font(sizes.label).shortened(node.title(words) + more, to: Self.box - 8),
        size: sizes.label, tooltip: node.path ?? ""))
  }

  func addShortcut(
    _ skip: SkipConnection, from fork: Double, to sum: Double, plan: inout Plan
  ) {
    let labels = SlideLabels(chart, words, sizes, isTall: false)
    let level = Double(chart.laneLevels[skip.addition] ?? 0)
    let x = skip.isIdentity ? lane + 8 * level : lane
    var points: [Plan.Point] = [.init(center, fork), .init(x, fork)]
    func line(_ points: [Plan.Point]) -> Plan.Line {
      Plan.Line(
        points: points, color: .shortcut, width: sizes.shortcut, isDashed: !skip.isIdentity,
        head: sizes.shortcutHead, radius: sizes.corner)
    }
    var y = fork + 16
    for cell in skip.shortcut where chart.first(cell).kind != .norm {
      let node = chart.first(cell)
      let width = min(labels.smallWidth(cell) + 6, 2 * (sizes.width - x) - 2)
      plan.add(line(points + [.init(x, y)]))
      plan.add(
        Plan.Box(
          id: chart.id(cell), place: .init(left: x - width / 2, top: y, width: width, height: 26),
          line: node.kind.line, fill: node.kind.fill, text: labels.small(cell), size: sizes.note,
          tooltip: node.path ?? ""))
      points = [.init(x, y + 26)]
      y += 26 + 16
    }
    plan.add(line(points + [.init(x, sum), .init(center + sizes.sum, sum)]))
  }

  func addFoot(y: inout Double, to plan: inout Plan) {
    let legend = ShortcutLegend(Set(chart.shortcutsAlongMainPath.map(\.kind)), words, sizes)
    legend.add(to: &plan, left: 1, top: y + 8, width: sizes.width - 2)
    y += 8 + legend.height(width: sizes.width - 2)
    let hidden = chart.hiddenKinds(words)
    guard !hidden.isEmpty else { return }
    y += sizes.note * 1.5
    plan.add(
      .init(
        text: hidden.count == 1
          ? words(.oneNotDrawn, hidden[0]) : words(.notDrawn, hidden[0], hidden[1]),
        at: .init(1, y), size: sizes.note, color: .muted))
  }
}

extension Flowchart {
  /// What a view of the major layers leaves out: at most two names.
  fileprivate func hiddenKinds(_ words: Words) -> [String] {
    let hidden = graph.nodes.filter { !$0.isMajor && ($0.kind == .norm || $0.kind == .activation) }
    return hidden.map { $0.title(words) }.reduce(into: []) { names, name in
      if !names.contains(name), names.count < 2 { names.append(name) }
    }
  }
}
