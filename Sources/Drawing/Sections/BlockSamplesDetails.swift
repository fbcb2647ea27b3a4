import Plots

/// The shortcut of each block, and what stands below it.
extension BlockSamples {
  func addShortcut(
    _ skip: SkipConnection, _ number: Int, from fork: Double, to plan: inout Plan
  ) {
    let chart = charts[number]
    let labels = SlideLabels(chart, words, sizes, isTall: false)
    let lane = x(number) + box + (aside > 0 ? 14 + aside / 2 : 30)
    let row = rows.rows[number][chart.mainPath.dropFirst().firstIndex(of: skip.addition)! - 1]
    let sum = places[row].top + 10
    var points: [Plan.Point] = [.init(center(number), fork), .init(lane, fork)]
    func line(_ points: [Plan.Point], head: Bool) -> Plan.Line {
      Plan.Line(
        points: points, color: .shortcut, width: sizes.shortcut, isDashed: !skip.isIdentity,
        head: head ? sizes.shortcutHead : nil, radius: sizes.corner)
    }
    plan.addDot("block\(number)fork", at: .init(center(number), fork), radius: sizes.dot + 0.2)
    // A box on the shortcut stands beside the first of its kind below the fork.
    var after = -1
    for cell in skip.shortcut {
      let node = chart.first(cell)
      let free = rows.kinds.indices.filter { places[$0].top > fork + 4 && $0 > after && $0 < row }
      let own = free.first { rows.kinds[$0] == node.kind } ?? free.first ?? row
      after = own
      let place = places[own]
      if place.top > points.last!.y + 9 || points.count > 1 {
        plan.add(line(points + [.init(lane, place.top)], head: place.top - points.last!.y > 11))
      }
      let width = max(labels.smallWidth(cell), 56)
      plan.add(
        Plan.Box(
          id: "block\(number)\(chart.id(cell))",
          place: .init(
            left: lane - width / 2, top: place.top, width: width, height: place.bottom - place.top),
          line: node.kind.line, fill: node.kind.fill, text: labels.small(cell), size: size,
          tooltip: node.path ?? ""))
      points = [.init(lane, place.bottom)]
    }
    if skip.isIdentity, !marksEnd {
      // The word stands on the line.
      let middle = (fork + sum) / 2 + 24
      plan.add(line(points + [.init(lane, middle - 12)], head: false))
      plan.add(
        .init(
          text: words(.identity), at: .init(lane, middle + 0.34 * size), size: size,
          color: .shortcut, anchor: .middle))
      points = [.init(lane, middle + 12)]
    }
    plan.add(
      line(points + [.init(lane, sum), .init(center(number) + 9.5, sum)], head: true))
  }

  func addFoot(_ number: Int, from end: Double, to plan: inout Plan) {
    plan.add(
      .init(
        italicized(formula(charts[number])), at: .init(center(number), end + 6 + size),
        size: size + 1, anchor: .middle))
    for (row, given) in samples[number].facts.enumerated() {
      let fact = samples[number].text(given, words)
      plan.add(
        .init(
          [
            .init(fact.number.isEmpty ? "" : fact.number + " ", bold: fact.isBest),
            .init(fact.meaning, color: .muted),
          ], at: .init(x(number), end + 6 + size * (2.6 + 1.5 * Double(row))), size: size))
    }
  }

  func formula(_ chart: Flowchart) -> String {
    Formula(ResidualBlock(chart.shortcutsAlongMainPath[0], chart), chart).text
      .replacing("batch norm", with: "BN")
  }

  /// Single letters are variables, longer words are functions.
  private func italicized(_ text: String) -> [Plan.Text.Run] {
    var runs: [(text: String, isItalic: Bool)] = []
    let letters = Array(text)
    for (place, letter) in letters.enumerated() {
      func isLetter(_ other: Int) -> Bool {
        letters.indices.contains(other) && letters[other].isLetter && letters[other] != "ₛ"
      }
      let isVariable = "xyhFSW".contains(letter) && !isLetter(place - 1) && !isLetter(place + 1)
      if runs.last?.isItalic == isVariable {
        runs[runs.count - 1].text.append(letter)
      } else {
        runs.append((String(letter), isVariable))
      }
    }
    return runs.map { .init($0.text, italic: $0.isItalic) }
  }
}
