import Plots
import Sentences

/// A section of a net in an overview: its slabs, and the lines of text below them.
struct StripSection {
  let section: Section
  /// What it computes: the layers with weights and the pools.
  let operations: [String]
  let width: Double
  let sizes: Sizes
  /// Half of the height of its highest slab, and of its highest one with a shortcut.
  let halfHeight: Double
  let arcHeight: Double?
  let slabs: [Slab]
  let texts: [String]

  struct Slab {
    let width, height: Double
    let isWeighted: Bool
    let skip: SkipConnection?
    let tooltip: String
    /// The first and the last cell of its unit.
    let cells: ClosedRange<Int>
    /// How many units that are not drawn follow it.
    var hidden = 0
  }

  init(_ section: Section, _ chart: Flowchart, _ words: Words, _ sizes: Sizes, _ scale: SlabScale) {
    (self.section, self.sizes) = (section, sizes)
    slabs = Self.slabs(section, chart, scale)
    operations = Self.operations(section, chart, words)
    texts =
      [section.result(words)] + operations + [
        section.parameterCount > 0 ? words.parameters(section.parameterCount) : "",
        section.field.map { words(.sees, "\($0)", "\($0)") } ?? "",
      ]
    let name = Font(sizes.title, bold: true).width(of: section.name(words))
    let blocks = section.blocks(words, chart).map { 8 + Font(sizes.note).width(of: $0) } ?? 0
    let text = texts.map { Font(Self.size(sizes)).width(of: $0) }.max()!
    halfHeight = slabs.map { $0.height / 2 }.max() ?? 0
    arcHeight = slabs.filter { $0.skip != nil }.map { $0.height / 2 }.max()
    width = max(name + blocks, text, slabs.reduce(-12) { $0 + Self.width($1) + 12 })
  }

  static func size(_ sizes: Sizes) -> Double { max(13, sizes.note) }

  /// The height of the texts with so many rows for operations.
  static func text(_ rows: Int, _ sizes: Sizes) -> Double {
    20 + size(sizes) * (1.7 + 1.4 * Double(rows) + 0.3 + 2 * 1.6) - 4
  }

  private static func width(_ slab: Slab) -> Double {
    (slab.skip == nil ? slab.width : 14 + slab.width + 8 + 14) + (slab.hidden > 0 ? 34 : 0)
  }

  /// Of a stem one slab, of a stage one for each unit, or the first and the last of many.
  private static func slabs(_ section: Section, _ chart: Flowchart, _ scale: SlabScale) -> [Slab] {
    let isStage = if case .stage = section.role { true } else { false }
    let majors = section.units.filter { unit in
      unit.isBlock || unit.cells.contains { chart.first($0).isMajor }
    }
    let units = majors.isEmpty ? section.units : majors
    var shown = section.role == .stem ? units.suffix(1) : units[...]
    let hidden = isStage && shown.count > 3 ? shown.count - 2 : 0
    if hidden > 0 { shown = [shown.first!, shown.last!] }
    let isWeighted = section.parameterCount > 0
    return shown.enumerated().map { number, unit in
      let last = chart.last(chart.result(of: unit))
      let (width, height) = scale(last.shape)
      let isOwn = isStage || section.role == .stem
      let has = unit.cells.contains { chart.first($0).isWeighted }
      return Slab(
        width: width, height: height, isWeighted: isOwn ? isWeighted : has, skip: unit.skips.first,
        tooltip: chart.first(unit.cells[0]).scope.first?.path ?? chart.first(unit.cells[0]).path
          ?? "",
        cells: unit.cells.first!...unit.cells.last!, hidden: number == 0 ? hidden : 0)
    }
  }

  /// Of a stage the layers before its blocks and those of the last block; equal ones are counted.
  private static func operations(_ section: Section, _ chart: Flowchart, _ words: Words) -> [String]
  {
    if section.role == .input { return [] }
    let blocks = section.units.filter { $0.isBlock }
    let units = section.units.filter { !$0.isBlock } + blocks.suffix(1)
    let titles = units.flatMap(\.cells).map(chart.first)
      .filter { $0.isWeighted || $0.kind == .pool }.map { $0.title(words) }
    var runs: [(title: String, count: Int)] = []
    for title in titles {
      if runs.last?.title == title {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((title, 1))
      }
    }
    let lines = runs.flatMap { title, count in
      count < 3 ? Array(repeating: title, count: count) : [title + ", " + words(.times, "\(count)")]
    }
    return lines.count <= 5 ? lines : Array(lines.prefix(4)) + ["…"]
  }
}
