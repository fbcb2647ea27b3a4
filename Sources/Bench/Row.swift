/// One thing measured by one process: the median, and the best.
struct Row: Codable, Equatable {
  let name: String
  let unit: String
  let median: Double
  /// The fastest: the least time, or the most work.
  let best: Double

  init(_ name: String, _ unit: String, _ values: [Double]) {
    let sorted = values.sorted()
    (self.name, self.unit) = (name, unit)
    median = sorted[sorted.count / 2]
    best = unit.hasSuffix("/s") ? sorted.last! : sorted.first!
  }
}
