import Plots

/// A slide as a plan.
extension Slide {
  var plan: Plan {
    var plan = Plan(
      title: chart.headlines(words)[0], description: chart.spoken(words), theme: look.theme,
      width: sizes.width, height: sizes.height!)
    plan.addHeadline(chart, words, .slide)
    for row in rows.rows.indices { addBoxes(row, to: &plan) }
    for row in rows.rows.indices { addPath(row, to: &plan) }
    for skip in chart.shortcutsAlongMainPath { addShortcut(skip, to: &plan) }
    addEnd(to: &plan)
    return plan
  }

  private func id(_ cell: Int) -> String { chart.id(cell) }

  /// The boxes that a line joins; `nil` if one stands for others and is not drawn itself.
  private func ends(_ from: Int, _ to: Int) -> (String, String)? {
    let boxes = [from, to].filter { rows.place($0) != nil || isOnShortcut.contains($0) }
    return boxes.count == 2 ? (id(from), id(to)) : nil
  }

  private var isOnShortcut: Set<Int> {
    Set(
      chart.shortcutsAlongMainPath.filter { rows.place($0.addition) != nil }.flatMap(\.shortcut))
  }

  private func addBoxes(_ row: Int, to plan: inout Plan) {
    let y = middle(row)
    if let section = rows.rows[row].section {
      SlideHead(section, words, chart, isTall: density.isTall)
        .add(to: &plan, x: sizes.margin, middle: y, sizes)
    }
    for several in rows.rows[row].repeats {
      let above =
        Double(rows.rows[row].lanes > 0 ? 6 : 0) + (rows.rows[row].lanes > 0 ? density.lane : 5)
      plan.add(
        Plan.Band(
          place: .init(
            left: several.left - 17, top: tops[row] - above,
            width: several.right - several.left + 17,
            height: above + density.box + 5), color: .band))
      plan.add(
        .init(
          text: several.text, at: .init(several.textX, y - 7), size: sizes.note, color: .muted))
    }
    for item in rows.rows[row].items {
      let node = chart.first(item.cell)
      if node.kind == .addition {
        plan.addSum(id(item.cell), at: .init(item.x + sizes.sum, y), radius: sizes.sum)
        continue
      }
      plan.add(
        Plan.Box(
          id: id(item.cell),
          place: .init(left: item.x, top: tops[row], width: item.width, height: density.box),
          line: node.kind.line, fill: node.kind.fill, text: labels.text(item.cell),
          size: sizes.note,
          tooltip: node.path ?? ""))
    }
  }

  /// The main path along a row, and from the end of the row before.
  private func addPath(_ row: Int, to plan: inout Plan) {
    let (items, y) = (rows.rows[row].items, middle(row))
    if row > 0, let last = rows.rows[row - 1].items.last, let first = items.first {
      let above = rows.rows[row].lanes > 0 ? density.path : density.path - 8
      let lanes = Double(max(rows.rows[row].lanes - 1, 0)) * 10
      let between = tops[row] - above - lanes
      let (out, into) = (sizes.width - 11, rows.left - 26)
      plan.add(
        Plan.Line(
          points: [
            .init(last.x + last.width, middle(row - 1)), .init(out, middle(row - 1)),
            .init(out, between), .init(into, between), .init(into, y), .init(first.x, y),
          ], ends: ends(last.cell, first.cell), width: sizes.path, head: sizes.head, radius: 9))
    }
    for (before, item) in zip(items, items.dropFirst()) where !item.isTight {
      plan.add(
        Plan.Line(
          points: [.init(before.x + before.width, y), .init(item.x, y)],
          ends: ends(before.cell, item.cell), width: sizes.path, head: sizes.head))
    }
  }

  private func addShortcut(_ skip: SkipConnection, to plan: inout Plan) {
    guard let fork = forkPlace(skip), let end = rows.place(skip.addition) else { return }
    let y = middle(end.row)
    let level = Double(chart.laneLevels[skip.addition] ?? 0)
    let lane = tops[end.row] - density.lane - 10 * level
    let sum = Plan.Point(end.item.x + sizes.sum, y - sizes.sum)
    var points: [Plan.Point] = [.init(fork.x, y), .init(fork.x, lane)]
    var from = skip.fork
    let widths = skip.shortcut.map(labels.smallWidth)
    var x = (fork.x + sum.x - widths.reduce(0, +) - 14 * Double(max(0, widths.count - 1))) / 2
    func line(_ points: [Plan.Point], to: Int, head: Double?) -> Plan.Line {
      Plan.Line(
        points: points, ends: ends(from, to), color: .shortcut, width: sizes.shortcut,
        isDashed: !skip.isIdentity, head: head, radius: 8)
    }
    for (cell, width) in zip(skip.shortcut, widths) {
      let node = chart.first(cell)
      points.append(.init(x, lane))
      plan.add(line(points, to: cell, head: nil))
      plan.add(
        Plan.Box(
          id: id(cell),
          place: .init(left: x, top: lane - density.small / 2, width: width, height: density.small),
          line: node.kind.line, fill: node.kind.fill, text: labels.small(cell), size: sizes.note,
          tooltip: node.path ?? ""))
      x += width
      (points, from) = ([.init(x, lane)], cell)
      x += 14
    }
    points += [.init(sum.x, lane), sum]
    plan.add(line(points, to: skip.addition, head: sizes.shortcutHead))
    plan.addDot(id(skip.addition) + "fork", at: .init(fork.x, y), radius: sizes.dot)
  }

  /// The arrow out of the last row, with what comes out.
  private func addEnd(to plan: inout Plan) {
    guard let row = rows.rows.indices.last, let last = rows.rows[row].items.last else { return }
    let shape = chart.last(last.cell).shape
    let text = shape.count == 2 ? words.scores(shape[1]) : extent(of: shape)
    let x = max(last.x + last.width, rows.rows[row].repeats.last?.right ?? 0)
    guard x + 24 + Font(sizes.note).width(of: text) < sizes.width - 10 else { return }
    plan.add(
      Plan.Line(
        points: [.init(last.x + last.width, middle(row)), .init(x + 19, middle(row))],
        width: sizes.path, head: sizes.head))
    plan.add(.init(text: text, at: .init(x + 24, middle(row) + 5), size: sizes.note))
  }
}
