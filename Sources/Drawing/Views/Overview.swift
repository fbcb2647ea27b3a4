import Plots
import Sentences

extension Graph {
  /// The net in one strip: a slab for the result of each block, as high as the image and as wide as its
  /// channels, and below what each section computes and what it sees of the image.
  ///
  /// - Throws: `SentenceError` if the net does not fit a slide.
  func overviewDiagram(_ look: Look) throws -> Diagram {
    let chart = Flowchart(self, owner: Partition.each(self))
    let heights: [Double] = look.purpose == .slide ? [122, 84, 60, 44] : [122]
    for height in heights {
      let overview = Overview(chart, look, tallest: height)
      if overview.fits { return overview.plan.diagram }
    }
    throw SentenceError(
      "overview: \(name) has \(counted(chart.sections.count, "section")), too many for a slide; "
        + "--for page has room for them")
  }
}

/// The places of everything in an overview.
private struct Overview {
  let chart: Flowchart
  let look: Look
  let words: Words
  let sizes: Sizes
  /// The lines of the strip, which is broken where it is wider than the page.
  let lines: [[StripSection]]
  let width: Double
  private let scale: SlabScale
  private let legend: ShortcutLegend
  private let concatenations: StripConcatenations
  /// Between two sections where there is room.
  private static let usual = 22.0

  init(_ chart: Flowchart, _ look: Look, tallest: Double) {
    (self.chart, self.look) = (chart, look)
    (words, sizes) = (Words(look.language), Sizes(look.purpose))
    scale = SlabScale(chart, tallest: tallest)
    let sections = chart.sections.map { [words, sizes, scale] in
      StripSection($0, chart, words, sizes, scale)
    }
    let room = (look.purpose == .page ? 1054 : sizes.width) - 2 * max(sizes.margin, 2)
    var lines = sections.broken(room: room)
    // An arrow at the end of a line says that it goes on.
    if lines.count > 1 { lines = sections.broken(room: room - 16) }
    // As many lines as needed, and all about as long.
    for share in stride(from: 0.95, through: 0.3, by: -0.05) {
      let even = sections.broken(room: (room - 16) * share)
      if even.count == lines.count { lines = even }
    }
    self.lines = lines
    let widest = lines.map(\.width).max()!
    concatenations = StripConcatenations(chart)
    legend = ShortcutLegend(
      Set(chart.shortcutsAlongMainPath.map(\.kind)), words, sizes)
    let spread = Double(lines.map(\.count).max()! - 1) * (Self.usual - [StripSection].least)
    width =
      look.purpose == .page
      ? min(1054, max(widest + spread, 420) + 2 * sizes.margin) : sizes.width
  }

  private var top: Double {
    switch look.purpose {
    case .page: 8
    case .slide: sizes.margin + sizes.claim + 16
    case .phone: sizes.claim + 1.5 * sizes.note + 20
    }
  }
  private var left: Double { max(sizes.margin, 2) }
  private var contents: Double { width - 2 * left }
  private func height(_ line: [StripSection]) -> Double {
    let rows = line.map(\.operations.count).max()!
    return above(line) + below(line) + StripSection.text(rows, sizes)
  }
  private func arc(_ line: [StripSection]) -> Double {
    (line.compactMap(\.arcHeight).max() ?? 0) + 14
  }
  private func above(_ line: [StripSection]) -> Double {
    max(
      line.map(\.halfHeight).max()! + (lines.count == 1 ? concatenations.height : 0), arc(line) + 2)
  }
  private func below(_ line: [StripSection]) -> Double { line.map(\.halfHeight).max()! + 6 }

  private var notes: [String] {
    let beside = chart.besideMainPath.count
    let scale = lines.joined().contains { $0.section.shape.count == 4 }
    return (scale ? [words(.heightAndWidth)] : [])
      + (beside > 0 ? [words.counted(beside, .oneBesideNotDrawn, .besideNotDrawn)] : [])
      + concatenations.notes(areDrawn: lines.count == 1, words)
  }

  private var height: Double {
    let strips = lines.reduce(0) { $0 + height($1) + 24 } - 24
    return top + strips + foot + (look.purpose == .slide ? 10 : 8)
  }
  private var foot: Double {
    Double(notes.count) * sizes.note * 1.5 + legend.height(width: contents) + 8
  }

  var fits: Bool { sizes.height.map { height <= $0 } ?? true }

  var plan: Plan {
    var plan = Plan(
      title: chart.graph.name + words(.inOneStrip), description: chart.spoken(words),
      theme: look.theme, width: width, height: sizes.height ?? height)
    plan.addHeadline(chart, words, look.purpose)
    var y = top + ((sizes.height ?? height) - height) / 2
    var path = StripPath(sizes: sizes, left: left, right: width - left)
    for line in lines {
      let middle = y + above(line)
      path.begin(at: middle, above: arc(line), in: &plan)
      // What is left over is shared between the sections.
      let used = line.reduce(0) { $0 + $1.width }
      let isFirst = line[0].section.role == .input
      let end = line.last!.section.role == .head || line.last!.section.units.isEmpty ? 0.0 : 18
      var x = left + (isFirst ? 0 : [StripSection].indent)
      let spare = line.count > 1 ? (width - left - end - x - used) / Double(line.count - 1) : 0
      let step = min(spare, look.purpose == .page ? Self.usual : 110)
      let rows = line.map(\.operations.count).max()!
      for section in line {
        section.addSlabs(to: &plan, x: x, path: &path)
        section.addTexts(
          to: &plan, x: x, top: middle + below(line), rows: rows, words, chart)
        x += section.width + step
      }
      if lines.count == 1 {
        let top = middle - line.map(\.halfHeight).max()!
        concatenations.add(to: &plan, &path, top: top)
      }
      y += height(line) + 24
    }
    var base = y - 24 + 8
    for note in notes {
      base += sizes.note * 1.5
      let fitted = Font(sizes.note).shortened(note, to: contents)
      plan.add(.init(text: fitted, at: .init(left, base), size: sizes.note, color: .muted))
    }
    legend.add(to: &plan, left: left, top: base, width: contents)
    return plan
  }
}
