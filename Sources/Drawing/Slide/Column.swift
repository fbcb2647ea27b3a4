import Plots

/// The layers of a net below each other, for a phone.
///
/// Norms and activations are not drawn, and blocks that are alike once.
struct Column {
  let chart: Flowchart
  let look: Look
  let words: Words
  let sizes = Sizes(.phone)
  static let (left, box) = (72.0, 186.0)
  var center: Double { Self.left + Self.box / 2 }
  var lane: Double { Self.left + Self.box + 54 }

  init(_ chart: Flowchart, _ look: Look) {
    (self.chart, self.look, words) = (chart, look, Words(look.language))
  }

  var plan: Plan {
    // Twice: the first time to learn how high it is.
    var height = 100.0
    var plan = drawn(height: &height)
    plan = drawn(height: &height)
    return plan
  }

  private func drawn(height: inout Double) -> Plan {
    var plan = Plan(
      title: chart.graph.name, description: chart.spoken(words), theme: look.theme,
      width: sizes.width, height: height)
    plan.addHeadline(chart, words, .phone)
    var y = 62.0
    for (number, section) in chart.sections.enumerated() {
      if number > 0 { addHead(section, y: &y, to: &plan) }
      for unit in chart.folded(section.units) { add(unit, y: &y, isFirst: y < 70, to: &plan) }
    }
    addFoot(y: &y, to: &plan)
    height = y + 6
    return plan
  }

  /// The name of a section beside the path into it.
  private func addHead(_ section: Section, y: inout Double, to plan: inout Plan) {
    plan.add(
      Plan.Line(points: [.init(0, y + 13), .init(sizes.width, y + 13)], color: .faint, width: 1))
    plan.add(Plan.Line(points: [.init(center, y), .init(center, y + 40)], width: sizes.path))
    plan.add(
      .init(text: section.name(words), at: .init(1, y + 33), size: sizes.title, isBold: true))
    let parts = [section.blocks(words, chart), section.result(words)].compactMap(\.self)
    plan.add(
      .init(
        text: parts.joined(separator: words(.comma)), at: .init(sizes.width - 1, y + 33),
        size: sizes.note, color: .muted, anchor: .end))
    y += 40
  }

  private func add(_ unit: Unit, y: inout Double, isFirst: Bool, to plan: inout Plan) {
    let top = y
    var forks: [Int: Double] = [:]
    var bottoms: [Int: (top: Double, bottom: Double)] = [:]
    for cell in unit.cells {
      let node = chart.first(cell)
      let opens = unit.skips.filter { $0.branch.first == cell }
      for skip in opens {
        forks[skip.addition] = y + 5
        plan.addDot("\(chart.id(skip.addition))fork", at: .init(center, y + 5), radius: 2.6)
      }
      guard node.isMajor else {
        if !opens.isEmpty { addPath(&y, 8, head: false, to: &plan) }
        bottoms[cell] = (y, y)
        continue
      }
      if !isFirst { addPath(&y, opens.isEmpty ? sizes.gap : sizes.gap + 4, head: true, to: &plan) }
      if node.kind == .addition {
        plan.addSum(chart.id(cell), at: .init(center, y + sizes.sum), radius: sizes.sum)
        bottoms[cell] = (y, y + 2 * sizes.sum)
        y += 2 * sizes.sum
      } else {
        addBox(cell, y: y, to: &plan)
        bottoms[cell] = (y, y + sizes.box)
        y += sizes.box
      }
    }
    for skip in unit.skips {
      guard let fork = forks[skip.addition], let sum = bottoms[skip.addition] else { continue }
      addShortcut(skip, from: fork, to: (sum.top + sum.bottom) / 2, plan: &plan)
    }
    guard unit.repeats > 1 else { return }
    let from = top + (unit.skips.isEmpty ? sizes.gap : 4)
    plan.addBracket(x: Self.left - 12, from: from, to: y)
    let text = unit.repeats == 2 ? words(.twice) : words(.times, "\(unit.repeats)")
    plan.add(
      .init(
        text: text, at: .init(Self.left - 16, (from + y) / 2 + 5), size: sizes.note, color: .muted,
        anchor: .end))
  }
}
