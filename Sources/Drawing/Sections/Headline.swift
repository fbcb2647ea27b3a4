import Plots

/// What a figure says about a whole net.
extension Plan {
  /// The title of a slide, or the name and the size of a net on a phone.
  mutating func addHeadline(_ chart: Flowchart, _ words: Words, _ purpose: Purpose) {
    let sizes = Sizes(purpose)
    let left = max(sizes.margin, 2)
    func write(_ text: String, _ size: Double, _ base: Double, bold: Bool) {
      let fitted = Font(size, bold: bold).shortened(text, to: width - 2 * left)
      self.add(
        Plan.Text(
          text: fitted, at: .init(left, base), size: size, isBold: bold,
          color: bold ? .ink : .muted))
    }
    switch purpose {
    case .page: break
    case .slide:
      let font = Font(sizes.claim, bold: true)
      let titles = chart.headlines(words)
      let title = titles.first { font.width(of: $0) <= width - 2 * left } ?? titles.last!
      write(title, sizes.claim, 44, bold: true)
    case .phone:
      write(chart.graph.name, sizes.claim, sizes.claim, bold: true)
      write(
        words.weightedLayers(chart.depth) + words(.comma)
          + words.parameters(chart.graph.parameterCount), sizes.note,
        sizes.claim + 1.5 * sizes.note, bold: false)
    }
  }
}

extension Flowchart {
  /// How many weighted layers are on the main path.
  var depth: Int { mainPath.count { first($0).isWeighted } }

  /// Titles of a slide, the best first: the name with the fact that a residual net is known for, or with
  /// its size.
  func headlines(_ words: Words) -> [String] {
    (doublesAndHalves ? [words(.halvesAndDoubles, graph.name)] : [])
      + [words(.headline, graph.name, words.weightedLayers(depth))]
  }

  /// The net in a sentence for each section, for screen readers.
  func spoken(_ words: Words) -> String {
    sections.map { section in
      let parts = [section.blocks(words, self), section.result(words)].compactMap(\.self)
      return section.name(words) + words(.colon) + parts.joined(separator: ", ")
    }.joined(separator: words(.semicolon)) + words(.period)
  }

  /// Whether each stage but the first halves the side of the image and doubles the channels.
  private var doublesAndHalves: Bool {
    let shapes = sections.filter { if case .stage = $0.role { true } else { false } }.map(\.shape)
    return shapes.count > 2
      && zip(shapes, shapes.dropFirst()).allSatisfy { a, b in
        a.count == 4 && b.count == 4 && b[1] == 2 * a[1] && (a[2] + 1) / 2 == b[2]
      }
  }
}
