import Plots

/// What stands at the left of a section's first row: its name, its result, the numbers of its layers.
struct SlideHead {
  private let name: String
  private let blocks: String
  private let lines: [String]

  init(_ section: Section, _ words: Words, _ chart: Flowchart, isTall: Bool) {
    name = section.name(words)
    blocks = section.blocks(words, chart).map { "  " + $0 } ?? ""
    let layers = section.layers.map { layers in
      layers.count == 1
        ? words(.layer, "\(layers.lowerBound)")
        : words(.layers, "\(layers.lowerBound)", "\(layers.upperBound)")
    }
    lines = [section.result(words)] + (isTall ? [layers ?? ""] : [])
  }

  private static let nameSize = 17.0

  func width(_ sizes: Sizes) -> Double {
    let first =
      Font(Self.nameSize, bold: true).width(of: name) + Font(sizes.note).width(of: blocks)
    return max(first, lines.map { Font(sizes.note).width(of: $0) }.max()!)
  }

  /// - Parameter middle: of the boxes of the row.
  func add(to plan: inout Plan, x: Double, middle: Double, _ sizes: Sizes) {
    let first = middle - (lines.count == 2 ? 13 : 4)
    plan.add(
      .init(
        [.init(name, bold: true), .init(blocks, color: .muted, size: sizes.note)],
        at: .init(x, first), size: Self.nameSize))
    for (number, line) in lines.enumerated() {
      plan.add(
        .init(
          text: line, at: .init(x, first + 19 + 18 * Double(number)), size: sizes.note,
          color: number == 0 ? .ink : .muted))
    }
  }
}
