import Plots
import Sentences

/// The places of residual blocks side by side.
struct BlockSamples {
  let samples: [BlockSample]
  let claim: String
  let marksEnd: Bool
  let look: Look
  let words: Words
  let sizes: Sizes
  let charts: [Flowchart]
  let rows: CommonRows
  /// The top and the bottom of each row.
  let places: [(top: Double, bottom: Double)]
  let box: Double
  let pitch: Double
  let width: Double
  /// How wide the widest box on a shortcut is; 0 for none.
  let aside: Double

  var left: Double { look.purpose == .phone ? 2 : 24 }
  var size: Double { max(13, sizes.note) }
  /// Below the rows: the formula and the facts.
  var foot: Double { 34 + size + 1.5 * size * Double(samples.map(\.facts.count).max() ?? 0) + 8 }

  init(_ samples: [BlockSample], claim: String, marksEnd: Bool, _ look: Look) throws {
    (self.samples, self.claim, self.marksEnd, self.look) = (samples, claim, marksEnd, look)
    let (words, sizes) = (Words(look.language), Sizes(look.purpose))
    (self.words, self.sizes) = (words, sizes)
    let charts = samples.map { Flowchart($0.graph, owner: Partition.each($0.graph)) }
    for (sample, chart) in zip(samples, charts) {
      guard chart.shortcutsAlongMainPath.count == 1, chart.besideMainPath.isEmpty else {
        throw SentenceError(
          "\(sample.title) is no single residual block: it has "
            + "\(counted(chart.shortcutsAlongMainPath.count, "shortcut")). --view nested draws any net"
        )
      }
    }
    if look.purpose == .phone, samples.count > 1 {
      throw SentenceError(
        "\(counted(samples.count, "block")) side by side are too wide for a phone; draw them one by "
          + "one with --view block, or --for page")
    }
    self.charts = charts
    let rows = CommonRows(charts.map { $0.mainPath.dropFirst().map($0.first).map(\.kind) })
    self.rows = rows
    let font = Font(max(13, sizes.note))
    box = max(
      112,
      charts.flatMap { chart in
        chart.mainPath.dropFirst().map { font.width(of: chart.first($0).title(words)) }
      }
      .max()! + 12)
    let labels = charts.map { SlideLabels($0, words, sizes, isTall: false) }
    aside =
      zip(charts, labels).flatMap { chart, labels in
        chart.shortcutsAlongMainPath.flatMap(\.shortcut).map(labels.smallWidth)
      }.max() ?? 0
    let titles = samples.flatMap { sample in
      [
        Font(sizes.title > 16 ? 15 : sizes.title, bold: true).width(of: sample.title),
        font.width(of: sample.difference),
      ]
    }.max()!
    let least = max(box + (aside > 0 ? 22 + aside : 34 + 27), titles) + 8
    let isSlide = look.purpose == .slide
    pitch = isSlide ? max(least, (sizes.width - 24) / Double(samples.count)) : least + 14
    width = isSlide ? sizes.width : 24 + pitch * Double(samples.count)
    guard !isSlide || 24 + pitch * Double(samples.count) <= sizes.width + 16 else {
      throw SentenceError(
        "\(counted(samples.count, "block")) side by side are too wide for a slide; name fewer, or "
          + "--for page")
    }
    let facts = Double(samples.map(\.facts.count).max() ?? 0)
    let top = (isSlide ? 84.0 : 24) + (samples.contains { !$0.difference.isEmpty } ? 20 : 0) + 52
    let bottom = isSlide ? sizes.height! - 42 - max(13, sizes.note) * (1.6 + 1.5 * facts) : nil
    places = Self.places(rows.kinds, from: top, to: bottom, sizes)
  }

  /// Rows from the top down, closer together where they must end above `bottom`.
  private static func places(
    _ kinds: [Kind], from top: Double, to bottom: Double?, _ sizes: Sizes
  ) -> [(top: Double, bottom: Double)] {
    func isTight(_ row: Int) -> Bool {
      row > 0 && kinds[row] == .activation && kinds[row - 1] == .norm
    }
    let gaps = Double(kinds.indices.dropFirst().count { !isTight($0) })
    var (height, gap) = (26.0, 16.0)
    if let bottom {
      let tight = 3 * Double(kinds.count - 1) - 3 * gaps
      let room = bottom - top - tight
      height = min(26, max(19, (room - 11 * gaps) / Double(kinds.count)))
      gap = min(18, (room - height * Double(kinds.count)) / max(1, gaps))
    }
    var y = top
    return kinds.indices.map { row in
      if row > 0 { y += isTight(row) ? 3 : gap }
      let own = kinds[row] == .addition ? 20 : height
      defer { y += own }
      return (y, y + own)
    }
  }
}
