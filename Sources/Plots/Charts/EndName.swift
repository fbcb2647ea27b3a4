/// The name of a line, written at its end in place of a legend.
struct EndName {
  let text: String
  let end: Point?
  let diverged: Bool
  let color: Color

  /// The minimum vertical distance of two names, in points.
  static let gap = 15.0

  /// The width of the dotted leaders between ends and names, in points.
  static let leaderRoom = 20.0

  /// The maximum share of a picture's width for names.
  static let share = 0.42

  /// The dots at the ends of lines, and the names in the right margin.
  ///
  /// Names that would overlap are moved apart and connected to their ends by dotted leaders.
  static func marks(for names: [EndName], in frame: Frame) -> [Mark] {
    let top = frame.top, bottom = frame.bottom
    // The name of a line without values is at the bottom.
    let order = names.sorted { ($0.end?.y ?? bottom) < ($1.end?.y ?? bottom) }
    let named = order.filter { !$0.text.isEmpty }
    let wanted = named.map { $0.end?.y ?? bottom }
    let places = spaced(
      wanted, gap: gap, from: top, to: max(bottom, top + gap * Double(named.count)))
    let moved = zip(wanted, places).contains { abs($0 - $1) > 4 }
    let left = frame.right + (moved ? leaderRoom : 10)
    let room = frame.width * share
    let texts = zip(named, places).flatMap { name, y -> [Mark] in
      let text = Font.label.shortened(name.text, to: room)
      let label = Mark.text(text, Point(left, y + 4), name.color, .label)
      return name.leader(to: Point(left - 3, y)) + [label]
    }
    return order.flatMap(\.ending) + texts
  }

  /// The end of the line: a dot, or a cross if it diverged.
  private var ending: [Mark] {
    guard let end else { return [] }
    if !diverged { return [.dot(end, radius: 3, color)] }
    let arm = 3.5
    return [1.0, -1.0].map { side in
      .line(
        [Point(end.x - arm, end.y - arm * side), Point(end.x + arm, end.y + arm * side)], color,
        width: 2)
    }
  }

  private func leader(to name: Point) -> [Mark] {
    guard let end, abs(end.y - name.y) > 4 || name.x - end.x > Self.leaderRoom else { return [] }
    return [.line([Point(end.x + 5, end.y), name], color, width: 0.75, dash: [0.5, 2.5])]
  }
}

/// Positions at least `gap` apart and within the bounds, as close to the wanted ones as possible.
///
/// It minimizes the sum of squared displacements by isotonic regression (pool adjacent violators).
///
/// - Parameter wanted: ascending.
func spaced(_ wanted: [Double], gap: Double, from low: Double, to high: Double) -> [Double] {
  var pools: [(sum: Double, count: Int)] = []
  for (index, place) in wanted.enumerated() {
    var pool = (sum: place - gap * Double(index), count: 1)
    while let above = pools.last, above.sum / Double(above.count) > pool.sum / Double(pool.count) {
      pool = (above.sum + pool.sum, above.count + pool.count)
      pools.removeLast()
    }
    pools.append(pool)
  }
  let highest = high - gap * Double(max(0, wanted.count - 1))
  let starts = pools.flatMap { pool in
    Array(repeating: max(low, min(highest, pool.sum / Double(pool.count))), count: pool.count)
  }
  return starts.enumerated().map { $1 + gap * Double($0) }
}
