/// What of a line must be drawn where other lines from the same item are drawn already: the rest behind the
/// point where it leaves them.
struct Departure {
  private(set) var points: [Plan.Point]
  /// Whether it leaves a line that goes straight on, which a dot shows.
  private(set) var hasDot = false

  init(_ points: [Plan.Point], from drawn: [[Plan.Point]]) {
    self.points = points
    var best: (common: Int, at: Plan.Point, passes: Bool)?
    for other in drawn {
      guard let found = Self.departure(points, other) else { continue }
      // Of several the one they have most in common with, if possible one that goes straight on.
      if let known = best,
        (known.common, length(points[0], known.at), known.passes ? 1 : 0)
          >= (found.common, length(points[0], found.at), found.passes ? 1 : 0)
      {
        continue
      }
      best = found
    }
    guard let best, best.at != points[0] else { return }
    // A line that ends on another one is drawn as a whole.
    if best.passes, best.at == points[points.count - 1] { return }
    if best.passes {
      self.points = [best.at] + points[(best.common + 1)...].drop { $0 == best.at }
      hasDot = true
    } else {
      self.points = Array(points[best.common...])
    }
  }

  /// Where one line leaves another from the same point: the number of pieces they have in common, the last
  /// common point, and whether the other one goes straight on there while this one turns.
  private static func departure(_ points: [Plan.Point], _ other: [Plan.Point])
    -> (common: Int, at: Plan.Point, passes: Bool)?
  {
    var i = 0
    while i + 1 < min(points.count, other.count), points[i + 1] == other[i + 1] { i += 1 }
    guard i + 1 < points.count, i + 1 < other.count else { return nil }
    let (here, mine, its) = (points[i], points[i + 1], other[i + 1])
    let isSameWay =
      (mine.x == here.x && its.x == here.x && (mine.y - here.y) * (its.y - here.y) > 0)
      || (mine.y == here.y && its.y == here.y && (mine.x - here.x) * (its.x - here.x) > 0)
    guard isSameWay else {
      // They part at a corner: one straight on, or both to the sides.
      return i == 0 ? nil : (i - 1, here, false)
    }
    if length(here, mine) < length(here, its) { return (i, mine, true) }
    return (i, here, false)
  }
}

private func length(_ a: Plan.Point, _ b: Plan.Point) -> Double { abs(a.x - b.x) + abs(a.y - b.y) }
