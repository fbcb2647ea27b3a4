extension DrawnDigits {
  /// What strokes look like on the same paper, moved and scaled to lie on it as drawn digits do.
  ///
  /// - Parameter strokes: the points of each, x to the right and y down, on any scale.
  /// - Returns: `[28, 28]`.
  public static func picture(of strokes: [[SIMD2<Float>]]) -> [UInt8] {
    var paper = Paper()
    let points = strokes.flatMap { $0 }
    guard let first = points.first else { return paper.pixels(ink: 1) }
    let low = points.reduce(first) { pointwiseMin($0, $1) }
    let high = points.reduce(first) { pointwiseMax($0, $1) }
    let (center, size) = ((low + high) / 2, (high - low).max())
    let scale = size > 0 ? 18 / size : 1
    for stroke in strokes {
      // One point is a line from there to there.
      let path = (stroke + stroke.suffix(1)).map { ($0 - center) * scale + 14 }
      paper.draw(path, radii: (1.2, 1.2))
    }
    return paper.pixels(ink: 1)
  }
}
