import Plots

/// The words around a block.
extension BlockPanel {
  /// Adds the words around the block: its title, the shape of x, and the bracket of F(x).
  ///
  /// - Parameters:
  ///   - items: the numbers of its items in the figure.
  ///   - top: the upper edge of its title.
  func addWords(
    to plan: inout Plan, _ placement: Placement, _ items: Range<Int>, top: Double, isUpright: Bool
  ) {
    let places = items.map { placement.items[$0] }
    let left = isUpright ? places.map(\.left).min()! : places[0].left
    plan.add(
      .init(
        text: name, at: .init(left, top + 0.8 * sizes.title), size: sizes.title, isBold: true,
        tooltip: block.path))
    plan.add(
      .init(
        text: kind, at: .init(left, top + 0.8 * sizes.title + 1.5 * sizes.label), size: sizes.label,
        tooltip: block.path))
    let shape = extent(of: chart.last(0).shape)
    let x = places[0]
    plan.add(
      .init(
        text: shape,
        at: isUpright
          ? .init(x.center.x + 11, x.center.y + 0.41 * sizes.label)
          : .init(x.center.x, x.bottom + sizes.note), size: sizes.note, color: .muted,
        anchor: isUpright ? .start : .middle))
    if isUpright { addBracket(to: &plan, places, placement.lines) }
  }

  /// A bracket around the branch, if nothing is to its left.
  private func addBracket(to plan: inout Plan, _ places: [Plan.Rectangle], _ lines: [Plan.Line]) {
    let branch = block.skip.branch.compactMap { cell in
      block.cells.firstIndex(of: cell).map { places[$0 + 1] }
    }
    let left = places.map(\.left).min()!
    guard let first = branch.first, let last = branch.last,
      branch.allSatisfy({ abs($0.center.x - first.center.x) < 1 }), first.left <= left + 1
    else { return }
    let x = first.left - 11
    let area = Plan.Rectangle(
      left: x - 40, top: first.top, width: 50, height: last.bottom - first.top)
    if lines.contains(where: { $0.crosses(area) }) { return }
    plan.addBracket(x: x, from: first.top, to: last.bottom)
    let given = block.skip.fork == block.input ? "x" : "h"
    plan.add(
      .init(
        [.init("F", italic: true), .init("("), .init(given, italic: true), .init(")")],
        at: .init(x - 6, (first.top + last.bottom) / 2 + 0.35 * sizes.label), size: sizes.label,
        color: .muted, anchor: .end))
  }

  /// How far it reaches to the right: its formula and its title may be wider than its boxes.
  func right(_ placement: Placement, _ items: Range<Int>) -> Double {
    let formula = Font(sizes.label + 1).width(of: Formula(block, whole).text)
    let left = items.map { placement.items[$0].left }.min()!
    return max(placement.items[items.last!].center.x + formula / 2, left + headWidth)
  }
}
