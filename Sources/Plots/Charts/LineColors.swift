/// Which line of a chart has which color.
extension LineChart {
  /// The color and dash of each line: its own color, or the next one that no line has.
  ///
  /// When all colors are used, they repeat with dashed lines.
  func lineColors() -> [(color: Color, dash: [Double])] {
    let taken = Set(lines.compactMap(\.color))
    let free = Color.series.filter { !taken.contains($0) }
    let order = free.isEmpty ? Color.series : free
    var next = 0
    return lines.map { line in
      if let color = line.color { return (color, line.dash) }
      defer { next += 1 }
      let again = (free.isEmpty || next >= order.count) && line.dash.isEmpty
      return (order[next % order.count], again ? [6, 4] : line.dash)
    }
  }
}
