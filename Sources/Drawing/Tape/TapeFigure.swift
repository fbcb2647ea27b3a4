import Plots
import Sentences

extension Diagram {
  /// The gradients of one backward pass of each net, side by side.
  ///
  /// - Throws: `SentenceError` if a net has more than a main path and shortcuts, or does not fit.
  public static func tapes(of graphs: [Graph], look: Look = Look()) throws -> Diagram {
    try TapeFigure(graphs, look).plan.diagram
  }
}

/// Tapes side by side: layers with what flows back along the paths between them, and bars for the gradients
/// of their weights.
struct TapeFigure {
  let panels: [TapePanel]
  let names: [String]
  let look: Look
  let words: Words
  let sizes: Sizes
  let scale: TapeScale
  let rows: TapeRows
  let boxWidth: Double
  /// From the left of one panel to that of the next.
  let pitch: Double
  let width, height: Double
  static let numbers = 86.0

  init(_ graphs: [Graph], _ look: Look) throws {
    self.look = look
    (words, sizes) = (Words(look.language), Sizes(look.purpose))
    let words = words
    panels = try graphs.map { graph in
      if let panel = TapePanel(graph, words) { return panel }
      throw SentenceError(
        "tape: \(graph.name) has more than a main path and shortcuts around its layers, which a "
          + "\(look.purpose) has no room for; --for page draws any net")
    }
    names = graphs.map(\.name)
    let size = Self.label(sizes)
    boxWidth = panels.map { $0.boxWidth(words, size) }.max()!
    let isPhone = look.purpose == .phone
    let left = isPhone ? 2.0 : 24.0
    // The numbers, the boxes, the lanes, the bars and the number behind the longest one.
    let fixed = Self.numbers + boxWidth + 56 + 60
    let room =
      look.purpose == .page
      ? fixed + 170 : (sizes.width - 2 * left) / Double(panels.count) - (isPhone ? 0 : 8)
    guard room - fixed > 20 else {
      throw SentenceError(
        panels.count == 1
          ? "tape: the names of \(graphs[0].name)'s layers leave no room for bars on a "
            + "\(look.purpose); --for page has room for them"
          : "tape: \(counted(panels.count, "net")) side by side are too wide for a \(look.purpose); "
            + "draw them one by one, or --for page")
    }
    pitch = room + (isPhone ? 0 : 8)
    scale = TapeScale(panels, length: room - fixed)
    width = look.purpose == .page ? pitch * Double(panels.count) + left : sizes.width
    let top = Self.top(look.purpose, panels.count, sizes)
    let foot = 74.0
    var rows = TapeRows(panels, top: top, stretch: 1)
    if let height = sizes.height {
      let natural = rows.bottom - top
      let none = TapeRows(panels, top: top, stretch: 0).bottom - top
      let stretch = (height - foot - top - none) / max(1, natural - none)
      guard stretch > 0.75 else {
        throw SentenceError(
          "tape: \(counted(panels.map(\.layers.count).max()!, "layer")) do not fit one slide with "
            + "type of 14 points; --for page has room for them")
      }
      rows = TapeRows(panels, top: top, stretch: min(1.25, stretch))
    }
    self.rows = rows
    height = sizes.height ?? rows.bottom + foot
  }

  static func label(_ sizes: Sizes) -> Double { max(13, sizes.note) }

  /// Where the first boxes begin.
  private static func top(_ purpose: Purpose, _ count: Int, _ sizes: Sizes) -> Double {
    switch purpose {
    case .page: count > 1 ? 74 : 56
    case .slide: 136
    case .phone: 88
    }
  }

  /// The left edge of a panel, the middle of its boxes, its lane and the beginning of its bars.
  func left(_ panel: Int) -> Double {
    (look.purpose == .phone ? 2 : 24) + pitch * Double(panel)
  }
  func center(_ panel: Int) -> Double { left(panel) + Self.numbers + boxWidth / 2 }
  func lane(_ panel: Int) -> Double { center(panel) + boxWidth / 2 + 22 }
  func bars(_ panel: Int) -> Double { center(panel) + boxWidth / 2 + 56 }

  /// How much more gradient the first layer has with shortcuts, if that is what the panels show.
  var claim: String {
    if panels.count == 2, panels[0].shortcuts.isEmpty, !panels[1].shortcuts.isEmpty,
      panels[0].layers.count == panels[1].layers.count,
      let plain = panels[0].layers.first?.weight, let residual = panels[1].layers.first?.weight,
      plain > 0, residual > 2 * plain
    {
      return words(.tapeClaim, inTwoDigits(residual / plain))
    }
    return words(.tapeTitle, names.joined(separator: words(.and)))
  }
}
