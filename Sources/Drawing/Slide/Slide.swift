import Plots
import Sentences

extension Graph {
  /// Every operation of the net on one slide, or, for a phone, its layers below each other.
  ///
  /// - Throws: `SentenceError` if the net has more than a main path and shortcuts, or too many operations.
  func slideDiagram(_ look: Look) throws -> Diagram {
    let chart = Flowchart(self, owner: Partition.each(self))
    if let other = chart.besideMainPath.first {
      throw SentenceError(
        "slide: \(name) computes \(chart.first(other).title) beside its main path; this view has a main "
          + "path and shortcuts around its layers. --view nested draws any net")
    }
    if look.purpose == .phone { return Column(chart, look).plan.diagram }
    let ways: [(SlideDensity, isFolded: Bool)] =
      look.expands
      ? [(.roomy, false), (.dense, false)]
      : [(.roomy, false), (.roomy, true), (.dense, false), (.dense, true)]
    for (density, isFolded) in ways {
      let slide = Slide(chart, look, density, isFolded: isFolded)
      if slide.fits { return slide.plan.diagram }
    }
    throw SentenceError(
      "slide: the \(counted(nodes.count, "operation")) of \(name) do not fit one slide with type of 14 "
        + "points\(look.expands ? ", drawn one by one" : ""); --view overview shows it on one, and "
        + "--view paper its layers on a page")
  }
}

/// The places of everything on a slide.
struct Slide {
  let chart: Flowchart
  let look: Look
  let words: Words
  let sizes = Sizes(.slide)
  let density: SlideDensity
  let labels: SlideLabels
  let rows: SlideRows
  /// The top of the boxes of each row.
  private(set) var tops: [Double] = []
  private let overflow: Double
  private static let first = 64.0

  init(_ chart: Flowchart, _ look: Look, _ density: SlideDensity, isFolded: Bool) {
    (self.chart, self.look, self.density) = (chart, look, density)
    words = Words(look.language)
    labels = SlideLabels(chart, words, sizes, isTall: density.isTall)
    let heads = chart.sections.dropFirst().map { [words, sizes] section in
      SlideHead(section, words, chart, isTall: density.isTall).width(sizes)
    }
    let left = max(120, sizes.margin + (heads.max() ?? 0) + 34)
    rows = SlideRows(chart, labels, left: left, right: sizes.width - 22, isFolded: isFolded)
    var y = Self.first + (rows.rows.first?.lanes ?? 0 > 0 ? density.lane : 0)
    for (number, row) in rows.rows.enumerated() {
      if number > 0 {
        let lanes = Double(max(row.lanes - 1, 0)) * 10
        let above = row.lanes > 0 ? density.path + lanes : density.path - 8
        y += density.box + density.below + above
      }
      tops.append(y)
    }
    overflow = y + density.box + 12 - sizes.height!
    // What is left over is shared between the rows.
    let spare = max(0, -overflow - 4)
    let step = min(26, spare / Double(max(1, tops.count)))
    let before = (spare - step * Double(tops.count - 1)) / 2
    for row in tops.indices { tops[row] += before + step * Double(row) }
  }

  var fits: Bool {
    overflow <= 0 && rows.fits
      && chart.shortcutsAlongMainPath.allSatisfy { skip in
        guard let end = rows.place(skip.addition) else { return true }
        guard let start = forkPlace(skip), start.row == end.row else { return false }
        let boxes = skip.shortcut.reduce(0) { $0 + labels.smallWidth($1) + 14 }
        return end.item.x + sizes.sum - start.x > boxes + 10
      }
  }

  /// Where a shortcut leaves the main path: before the first layer it goes around.
  func forkPlace(_ skip: SkipConnection) -> (row: Int, x: Double)? {
    guard let next = skip.branch.first, let place = rows.place(next) else { return nil }
    let items = rows.rows[place.row].items
    let number = items.firstIndex { $0.cell == next }!
    if number == 0 { return (place.row, rows.left - 13) }
    return (place.row, items[number].x - 10.5)
  }

  func middle(_ row: Int) -> Double { tops[row] + density.box / 2 }
}
