import Plots
import Sentences

/// Nets below each other, each from left to right, for a slide: layers as bars without words, in common
/// columns for the size of what they return.
struct WideComparison {
  let panels: [Panel]
  let look: Look
  let words: Words
  let sizes: Sizes
  /// The sizes of results, from large to small, and for each net its layers of that size.
  let columns: [[Int]]
  let members: [[[Int]]]
  /// For each net the left edge of each layer.
  private(set) var lefts: [[Double]]
  private(set) var bands: [(left: Double, right: Double)] = []
  var pitch: Double { (504 - Self.top) / Double(panels.count) }
  static let (top, bar) = (88.0, 10.5)

  /// - Throws: `SentenceError` if they are too many or too deep for a slide, or it is for a phone.
  init(_ panels: [Panel], _ look: Look) throws {
    (self.panels, self.look) = (panels, look)
    (words, sizes) = (Words(look.language), Sizes(look.purpose))
    if look.purpose == .phone {
      throw SentenceError(
        "compare: \(counted(panels.count, "net")) side by side are too wide for a phone; "
          + "--view slide --for phone draws one of them")
    }
    let columns = Set(panels.flatMap(\.layers).map(\.size)).sorted {
      ($0.reduce(1, *), $0[0]) > ($1.reduce(1, *), $1[0])
    }
    self.columns = columns
    members = panels.map { panel in
      columns.map { size in panel.layers.indices.filter { panel.layers[$0].size == size } }
    }
    lefts = panels.map { [Double](repeating: 0, count: $0.layers.count) }
    let (title, note, words) = (Font(17, bold: true), Font(sizes.note), words)
    let heads = panels.map { panel in
      max(
        title.width(of: panel.title), note.width(of: words.weightedLayers(panel.depth)),
        note.width(of: words.multiplyAdds(panel.graph.multiplyAdds)))
    }
    var x = 38 + heads.max()!
    for (number, size) in columns.enumerated() {
      var width = 12 + note.width(of: side(size))
      for (net, panel) in panels.enumerated() {
        var at = 6.0
        for (place, layer) in members[net][number].enumerated() {
          if place > 0 { at += Self.bar + panel.gap(before: layer) }
          lefts[net][layer] = x + at
        }
        let own = members[net][number].isEmpty ? 0 : at + Self.bar + 6
        width = max(width, own, 6 + note.width(of: panel.words(members[net][number], words)))
      }
      bands.append((x, x + width))
      x += width
    }
    guard x <= sizes.width - 8, pitch >= 96 else {
      throw SentenceError(
        "compare: \(counted(panels.count, "net")) of up to "
          + "\(counted(panels.map(\.depth).max()!, "weighted layer")) are too much for a slide; name "
          + "fewer or shallower ones, or --for page")
    }
    // What is left over is shared between the columns.
    let spare = (sizes.width - 16 - x) / Double(columns.count)
    for number in bands.indices {
      let moved = spare * Double(number)
      bands[number] = (bands[number].left + moved, bands[number].right + moved + spare)
      for net in panels.indices {
        for layer in members[net][number] { lefts[net][layer] += moved + spare / 2 }
      }
    }
  }
}

/// `56` for 56 × 56.
func side(_ size: [Int]) -> String { Set(size).count == 1 ? "\(size[0])" : written(size) }

extension Panel {
  /// The room before a layer: more where shortcuts end and begin.
  fileprivate func gap(before layer: Int) -> Double {
    if shortcuts.isEmpty { return 3 }
    return endsOfShortcuts(behind: layer - 1) > 0 ? 6.5 : 2
  }

  /// `6 of 64`: the layers with weights, and their channels.
  func words(_ members: [Int], _ words: Words) -> String {
    let weighted = members.filter { layers[$0].node.isWeighted }
    guard let last = weighted.last, let channels = layers[last].node.shape.dropFirst().first else {
      return ""
    }
    return words(.several, "\(weighted.count)", "\(channels)")
  }
}
