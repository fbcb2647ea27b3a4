import Plots

/// What stands in the boxes of a slide, and how wide they are.
struct SlideLabels {
  let chart: Flowchart
  let words: Words
  let sizes: Sizes
  let isTall: Bool
  /// Tall convolutions are all as wide as the widest, so that what is alike stands below each other.
  private let convolution: Double

  init(_ chart: Flowchart, _ words: Words, _ sizes: Sizes, isTall: Bool) {
    (self.chart, self.words, self.sizes, self.isTall) = (chart, words, sizes, isTall)
    let font = Font(sizes.note)
    let titles = chart.mainPath.map(chart.first).filter { $0.kind == .convolution }.map {
      isTall ? Self.broken($0.title(words), font) : $0.title(words)
    }
    convolution = titles.map { Self.width($0, font) }.max() ?? 0
  }

  /// The text of a box on the main path.
  func text(_ cell: Int) -> String {
    let node = chart.first(cell)
    switch node.kind {
    case .norm: return words(.batchNormShort)
    case .input:
      return node.title(words) + (isTall ? "\n" : ", ") + extent(of: node.shape)
    default:
      let title = node.title(words)
      return isTall ? Self.broken(title, Font(sizes.note)) : title
    }
  }

  /// The width of a box on the main path, or of the circle of a sum.
  func width(_ cell: Int) -> Double {
    switch chart.first(cell).kind {
    case .addition: 2 * sizes.sum
    case .convolution where isTall: convolution
    default: Self.width(text(cell), Font(sizes.note))
    }
  }

  /// The text of a box on a shortcut, beside the operation it belongs to: `1×1, /2`.
  func small(_ cell: Int) -> String {
    let node = chart.first(cell)
    guard node.kind == .convolution, let side = node.setting("kernelSize") else {
      return node.kind == .norm ? words(.batchNormShort) : node.title(words)
    }
    let stride = node.setting("stride") ?? 1
    return "\(side)×\(side)" + (stride == 1 ? "" : ", /\(stride)")
  }

  func smallWidth(_ cell: Int) -> Double { Self.width(small(cell), Font(sizes.note)) }

  private static func width(_ text: String, _ font: Font) -> Double {
    max(32, text.split(separator: "\n").map { font.width(of: String($0)) }.max()! + 10)
  }

  /// The text in two lines that are about equally long, broken at a space.
  private static func broken(_ text: String, _ font: Font) -> String {
    // `3×3 conv, 128, /2` behind its kind.
    let parts = text.split(separator: ", ", maxSplits: 1).map(String.init)
    let halves = parts.map(font.width)
    if parts.count == 2, halves[0] < 70 { return parts.joined(separator: "\n") }
    let breaks = text.indices.filter { text[$0] == " " }
    let lines = breaks.map { place -> [String] in
      let first = text[..<place]
      return [
        String(first.hasSuffix(",") && !text[place...].contains("/") ? first.dropLast() : first),
        String(text[text.index(after: place)...]),
      ]
    }
    let best = lines.min { a, b in
      a.map(font.width).max()! < b.map(font.width).max()!
    }
    return best?.joined(separator: "\n") ?? text
  }
}
