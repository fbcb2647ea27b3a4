/// A square of pixels on which a round pen draws white, antialiased lines.
struct Paper {
  static let side = 28

  /// The coverage of each pixel, from 0 to 1.
  private var coverage = [Float](repeating: 0, count: side * side)

  /// The pixels `[side, side]` as bytes, for ink of this brightness.
  func pixels(ink: Float) -> [UInt8] { coverage.map { UInt8(255 * ink * $0 + 0.5) } }

  /// Draws straight lines from point to point, the radius changing linearly.
  mutating func draw(_ path: [Point], radii: (begin: Float, end: Float)) {
    let step = (radii.end - radii.begin) / Float(path.count - 1)
    for index in 1..<path.count {
      draw(from: path[index - 1], to: path[index], radius: radii.begin + step * Float(index))
    }
  }

  /// Covers pixels by their distance from the line: fully within the radius, then fading.
  private mutating func draw(from a: Point, to b: Point, radius: Float) {
    let along = b - a
    let squaredLength = (along * along).sum()
    // The width of the soft edge in pixels.
    let fade: Float = 1.2
    let reach = radius + fade / 2
    for y in Self.pixels(from: min(a.y, b.y) - reach, to: max(a.y, b.y) + reach) {
      for x in Self.pixels(from: min(a.x, b.x) - reach, to: max(a.x, b.x) + reach) {
        let p = Point(Float(x) + 0.5, Float(y) + 0.5) - a
        let share = squaredLength > 0 ? max(0, min(1, (p * along).sum() / squaredLength)) : 0
        let away = p - along * share
        let covered = min(1, (reach - (away * away).sum().squareRoot()) / fade)
        coverage[y * Self.side + x] = max(coverage[y * Self.side + x], covered)
      }
    }
  }

  /// The pixels of a row or column between two places, clamped to the paper.
  private static func pixels(from low: Float, to high: Float) -> Range<Int> {
    let first = max(0, Int(low))
    return first..<max(first, min(side, Int(high) + 1))
  }
}
