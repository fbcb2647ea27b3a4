/// The rectangle in which lines are drawn, and clipping to it.
///
/// Clip paths of SVG need ids, which would clash if two figures stand on one page.
struct Window {
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double

  /// The parts of a polyline inside the window.
  func pieces(of line: [Point]) -> [[Point]] {
    if line.count == 1 { return contains(line[0]) ? [line] : [] }
    var pieces: [[Point]] = []
    var isOpen = false
    for (from, to) in zip(line, line.dropFirst()) {
      guard let (start, end) = clipped(from, to) else {
        isOpen = false
        continue
      }
      if isOpen { pieces[pieces.count - 1].append(end) } else { pieces.append([start, end]) }
      isOpen = end == to
    }
    return pieces
  }

  /// The part of a polygon inside the window (Sutherland and Hodgman, 1974).
  ///
  /// The polygon is clipped at each side of the window in turn.
  func inside(_ area: [Point]) -> [Point] {
    sides.reduce(area) { area, side in
      var kept: [Point] = []
      for (index, to) in area.enumerated() {
        let from = area[index == 0 ? area.count - 1 : index - 1]
        let (before, after) = (side(from), side(to))
        if (before < 0) != (after < 0) { kept.append(between(from, to, before / (before - after))) }
        if after >= 0 { kept.append(to) }
      }
      return kept
    }
  }

  private func contains(_ point: Point) -> Bool { sides.allSatisfy { $0(point) >= 0 } }

  /// The signed distances of a point from the sides, positive inside.
  private var sides: [(Point) -> Double] {
    [{ $0.x - left }, { right - $0.x }, { $0.y - top }, { bottom - $0.y }]
  }

  /// The part of a line segment inside the window (Liang and Barsky, 1984).
  private func clipped(_ from: Point, _ to: Point) -> (Point, Point)? {
    var (enter, leave) = (0.0, 1.0)
    for side in sides {
      let (before, after) = (side(from), side(to))
      if before < 0, after < 0 { return nil }
      if before < 0 { enter = max(enter, before / (before - after)) }
      if after < 0 { leave = min(leave, before / (before - after)) }
    }
    if enter > leave { return nil }
    return (
      enter == 0 ? from : between(from, to, enter), leave == 1 ? to : between(from, to, leave)
    )
  }
}

private func between(_ from: Point, _ to: Point, _ share: Double) -> Point {
  Point(from.x + share * (to.x - from.x), from.y + share * (to.y - from.y))
}
