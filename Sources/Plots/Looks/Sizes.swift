/// The lengths of a figure, one set for each purpose: CSS pixels on a page or a phone, points on a slide.
package struct Sizes: Sendable {
  /// The size of the page; a height only where it is fixed.
  package let width: Double
  package let height: Double?
  /// From the edge of the page to what stands on it.
  package let margin: Double

  /// Type: of the sentence a figure shows, in bold; of the name of a panel, in bold; of a label in a box; of
  /// a shape, a count or a note, which is the smallest.
  package let claim, title, label, note: Double

  /// The heights of a box with one line of text and with two.
  package let box, tallBox: Double
  /// Between two boxes: with an arrow, without one, and what an arrow with a shape beside it takes in
  /// addition.
  package let gap, tight, shape: Double

  /// The widths of lines: of the main path and of shortcuts.
  package let path, shortcut: Double
  /// The lengths of their arrows' heads.
  package let head, shortcutHead: Double
  /// The radius of a line's corners.
  package let corner: Double
  /// From the widest box to the line of a shortcut: where it runs alone, where boxes sit on it, and from one
  /// line to the next.
  package let lane, wideLane, track: Double
  /// The radii of the circle of a sum, and of the dot where a line leaves another.
  package let sum, dot: Double
}

extension Sizes {
  /// The lengths for this purpose.
  package init(_ purpose: Purpose) {
    switch purpose {
    case .page: self = .page
    case .slide: self = .slide
    case .phone: self = .phone
    }
  }

  private static let page = Sizes(
    width: 700, height: nil, margin: 12, claim: 15, title: 15, label: 13, note: 11, box: 26,
    tallBox: 40, gap: 18, tight: 3, shape: 5, path: 1.25, shortcut: 2.25, head: 7,
    shortcutHead: 8.5,
    corner: 10, lane: 30, wideLane: 40, track: 12, sum: 10, dot: 2.2)

  private static let slide = Sizes(
    width: 960, height: 540, margin: 24, claim: 26, title: 18, label: 15, note: 14, box: 24,
    tallBox: 42, gap: 13, tight: 3, shape: 5, path: 1.25, shortcut: 2.25, head: 7,
    shortcutHead: 8.5,
    corner: 10, lane: 30, wideLane: 44, track: 12, sum: 10, dot: 2.2)

  private static let phone = Sizes(
    width: 358, height: nil, margin: 0, claim: 19, title: 16, label: 15, note: 14, box: 32,
    tallBox: 50, gap: 14, tight: 3, shape: 5, path: 1.25, shortcut: 2.25, head: 7,
    shortcutHead: 8.5,
    corner: 10, lane: 56, wideLane: 56, track: 12, sum: 9, dot: 2.2)
}
