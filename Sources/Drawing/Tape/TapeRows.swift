/// Where the stops of a tape stand, from the top down: the same rows in all panels that have as many layers.
struct TapeRows {
  /// For each panel, the top and the bottom of each stop.
  private(set) var places: [[(top: Double, bottom: Double)]] = []
  private(set) var bottom = 0.0
  static let (box, radius) = (26.0, 8.0)

  /// - Parameter stretch: a factor of all gaps.
  init(_ panels: [TapePanel], top: Double, stretch: Double) {
    let counts = Set(panels.map(\.layers.count))
    for panel in panels {
      let others = counts.count == 1 ? panels : [panel]
      var (y, layer) = (top, 0)
      var own: [(top: Double, bottom: Double)] = []
      var stops = panel.stops[...]
      while let stop = stops.popFirst() {
        if layer > 0 || !own.isEmpty { y += 19 * stretch }
        if stop.isSum {
          own.append((y, y + 2 * Self.radius))
          y += 2 * Self.radius
          continue
        }
        own.append((y, y + Self.box))
        y += Self.box
        layer += 1
        // Sums behind this layer have room in every panel.
        let sums = others.map { $0.sums(behind: layer) }.max() ?? 0
        var mine = 0
        while let sum = stops.first, sum.isSum {
          _ = stops.popFirst()
          y += 6 * stretch
          own.append((y, y + 2 * Self.radius))
          y += 2 * Self.radius
          mine += 1
        }
        y += (6 * stretch + 2 * Self.radius) * Double(sums - mine)
      }
      places.append(own)
      bottom = max(bottom, y)
    }
  }
}

extension TapePanel {
  /// How many sums follow the layer with this number, before the next layer.
  fileprivate func sums(behind layer: Int) -> Int {
    var (seen, count) = (0, 0)
    for stop in stops {
      if !stop.isSum { seen += 1 }
      if stop.isSum, seen == layer { count += 1 }
    }
    return count
  }
}
