/// The part of the page in which lines may be drawn, and the cutting off of what lies outside.
///
/// SVG can cut by itself, but needs ids for it, and two figures on one page would share them.
struct Window {
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double

  /// The parts of a line that lie inside.
  func pieces(of line: [Point]) -> [[Point]] {
    if line.count == 1 { return contains(line[0]) ? [line] : [] }
    var pieces: [[Point]] = []
    var isOpen = false
    for (from, to) in zip(line, line.dropFirst()) {
      guard let (start, end) = seen(from, to) else {
        isOpen = false
        continue
      }
      if isOpen { pieces[pieces.count - 1].append(end) } else { pieces.append([start, end]) }
      isOpen = end == to
    }
    return pieces
  }

  /// The part of a closed area that lies inside (Sutherland and Hodgman, 1974).
  ///
  /// Each side of the window in turn cuts off what lies beyond it.
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

  /// How far inside each side a point lies.
  private var sides: [(Point) -> Double] {
    [{ $0.x - left }, { right - $0.x }, { $0.y - top }, { bottom - $0.y }]
  }

  /// The part of a stroke that lies inside (Liang and Barsky, 1984).
  private func seen(_ from: Point, _ to: Point) -> (Point, Point)? {
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
