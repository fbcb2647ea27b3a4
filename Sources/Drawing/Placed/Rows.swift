import Sentences

/// Where the layers of several nets stand: common bands by the size of what layers return.
///
/// In a band, nets with equally many layers stand on common rows. Layers that one shortcut goes around
/// stand close together; between them and the next there is room for where shortcuts begin and end.
struct Rows {
  /// One for each size, in order.
  private(set) var bands: [(size: [Int], top: Double, bottom: Double)] = []
  /// For each net, the top of each of its layers.
  private(set) var tops: [[Double]]

  static let height = 15.0
  private static let (tight, wide, between) = (3.0, 12.0, 19.0)
  /// Between two ends of shortcuts on the main path.
  static let step = 4.0

  /// - Throws: `SentenceError` if a net returns to a size that it had left.
  init(_ panels: [Panel], top: Double) throws {
    tops = panels.map { [Double](repeating: 0, count: $0.layers.count) }
    let sizes = Set(panels.flatMap(\.layers).map(\.size)).sorted {
      ($0.reduce(1, *), $0[0]) > ($1.reduce(1, *), $1[0])
    }
    for panel in panels {
      for (a, b) in zip(panel.layers, panel.layers.dropFirst())
      where sizes.firstIndex(of: b.size)! < sizes.firstIndex(of: a.size)! {
        throw SentenceError(
          "compare: \(panel.title) goes from \(written(a.size)) back to \(written(b.size)); this view "
            + "orders layers by size, from large to small. --view nested draws any net")
      }
    }
    var y = top
    for size in sizes {
      let members = panels.map { panel in
        panel.layers.indices.filter { panel.layers[$0].size == size }
      }
      let groups = Dictionary(grouping: panels.indices) { members[$0].count }
      var bottom = y
      for (count, group) in groups where count > 0 {
        var at = y
        for row in 0..<count {
          if row > 0 { at += Rows.height + gap(group.map { (panels[$0], members[$0][row]) }) }
          for net in group { tops[net][members[net][row]] = at }
        }
        bottom = max(bottom, at + Rows.height)
      }
      bands.append((size, y, bottom))
      let ends = panels.indices.compactMap { net in
        members[net].last.map { panels[net].endsOfShortcuts(behind: $0) }
      }
      y = bottom + max(Self.between, Self.step * Double((ends.max() ?? 0) + 2))
    }
  }

  /// The room above these layers, one of each net.
  private func gap(_ layers: [(Panel, Int)]) -> Double {
    let ends = layers.map { panel, layer in panel.endsOfShortcuts(behind: layer - 1) }.max()!
    if ends > 0 { return max(Self.wide, Self.step * Double(ends + 1)) }
    let isInside = layers.contains { panel, layer in
      panel.shortcuts.contains { $0.first < layer && layer <= $0.last }
    }
    return isInside ? Self.tight : Self.wide
  }
}

extension Panel {
  /// How many shortcuts end behind a layer, and how many places there are where one begins.
  func endsOfShortcuts(behind layer: Int) -> Int {
    shortcuts.count { $0.last == layer } + (shortcuts.contains { $0.first == layer + 1 } ? 1 : 0)
  }
}

/// `[56, 56]` as `56 × 56`.
func written(_ size: [Int]) -> String { size.map(String.init).joined(separator: " × ") }
