import Plots
import Sentences

/// The layers of one net below each other, with the gradients of one backward pass.
struct TapePanel {
  /// A layer, a pool or a sum.
  struct Stop {
    let node: Node
    let cell: Int
    /// The root mean square of the gradient that flows back out of it along the main path.
    let back: Double?
    var isSum: Bool { node.kind == .addition }
    /// That of its weight's gradient.
    var weight: Double? {
      node.weights.first { $0.shape.count > 1 }?.gradient.map(roundedToTwoDigits)
    }
  }

  /// A shortcut from above one stop to another, with what flows back along it.
  struct Shortcut {
    let first: Int
    let sum: Int
    let level: Int
    let isDashed: Bool
    let back: Double?
    let text: String?
  }

  let chart: Flowchart
  let stops: [Stop]
  let shortcuts: [Shortcut]
  /// What flows back out of the last operation, and what that is called.
  let end: (back: Double?, text: String)

  /// `nil` if there are no gradients, or more than a main path and shortcuts.
  init?(_ graph: Graph, _ words: Words) {
    chart = Flowchart(graph, owner: Partition.each(graph))
    let main = chart.mainPath
    guard chart.besideMainPath.isEmpty, graph.nodes.contains(where: { $0.gradient != nil }),
      let last = main.last
    else { return nil }
    let chart = chart
    func back(_ cell: Int) -> Double? {
      guard let place = main.firstIndex(of: cell), place > 0 else { return nil }
      let node = chart.first(cell)
      let from = chart.cells[main[place - 1]].nodes[0]
      return zip(node.inputs, node.flows).first { $0.0 == from }?.1.map(roundedToTwoDigits)
    }
    let major = main.dropLast().filter { cell in
      let kind = chart.first(cell).kind
      return kind == .addition || chart.first(cell).isWeighted || kind == .pool
    }
    stops = major.map { Stop(node: chart.first($0), cell: $0, back: back($0)) }
    end = (
      back(last), chart.first(last).kind == .loss ? words(.loss) : chart.first(last).title(words)
    )
    let levels = chart.laneLevels
    let labels = SlideLabels(chart, words, Sizes(.slide), isTall: false)
    shortcuts = chart.shortcutsAlongMainPath.compactMap { skip -> Shortcut? in
      guard let sum = major.firstIndex(of: skip.addition),
        let first = major.firstIndex(where: { $0 > skip.fork })
      else { return nil }
      let node = chart.first(skip.addition)
      let from = chart.cells[skip.shortcut.last ?? skip.fork].nodes[0]
      let back = Array(zip(node.inputs, node.flows)).last { $0.0 == from }?.1
        .map(roundedToTwoDigits)
      return Shortcut(
        first: first, sum: sum, level: levels[skip.addition] ?? 0, isDashed: !skip.isIdentity,
        back: back, text: skip.shortcut.first.map(labels.small))
    }
  }

  var layers: [Stop] { stops.filter { !$0.isSum } }

  /// How wide a box must be for its title.
  func boxWidth(_ words: Words, _ size: Double) -> Double {
    max(104, (layers.map { Font(size).width(of: $0.node.title(words)) }.max() ?? 0) + 14)
  }
}
