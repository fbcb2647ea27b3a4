import Plots

/// The words on lines.
extension Placement {
  /// A word in the middle of a piece of a line.
  struct Word {
    let text: String
    let line, piece: Int
    let at: Plan.Point
    let half: Double
  }

  /// Interrupts lines by their words, where no other line and no box is in the way.
  mutating func placeWords(_ sizes: Sizes) {
    for word in wanted {
      let width = Font(sizes.note).width(of: word.text) + 4
      let place = Plan.Rectangle(around: word.at, width: width, height: 1.4 * sizes.note)
      let others = lines.indices.filter { $0 != word.line }
      if others.contains(where: { lines[$0].crosses(place) }) { continue }
      if items.contains(where: { $0.overlaps(place) }) { continue }
      var (first, last) = (lines[word.line], lines[word.line])
      let (dx, dy) = isUpright ? (0, word.half) : (word.half, 0)
      first.head = nil
      first.points = first.points[...word.piece] + [.init(word.at.x - dx, word.at.y - dy)]
      last.points = [.init(word.at.x + dx, word.at.y + dy)] + last.points[(word.piece + 1)...]
      lines[word.line] = first
      lines.append(last)
      words.append((word.text, Plan.Point(word.at.x, word.at.y + 0.36 * sizes.note)))
    }
  }
}
