/// How much room the rows of a slide take.
struct SlideDensity {
  /// Whether the labels of boxes are broken into two lines.
  let isTall: Bool
  /// The height of a box.
  let box: Double
  /// From the boxes up to the first shortcut, and to the path that leads from row to row.
  let lane, path: Double
  /// From the boxes down to the path that leads to the next row.
  let below: Double
  /// The height of a box on a shortcut.
  let small: Double

  static let roomy = SlideDensity(
    isTall: true, box: 42, lane: 15, path: 29, below: 15, small: 19)
  static let dense = SlideDensity(
    isTall: false, box: 22, lane: 12, path: 21, below: 5, small: 18)
}
