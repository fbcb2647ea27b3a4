/// Where text leans in a column that is wider than the text.
package enum Lean {
  case left, center, right
}

extension String {
  /// The text with spaces around it, so that it takes at least `columns` on a terminal.
  package func padded(to columns: Int, _ lean: Lean = .left) -> String {
    let gap = max(0, columns - displayWidth)
    let before = [Lean.left: 0, .center: gap / 2, .right: gap][lean]!
    return String(repeating: " ", count: before) + self
      + String(repeating: " ", count: gap - before)
  }
}

extension String {
  /// Spaces at the end of a line are invisible in a terminal and a nuisance in a file.
  package var trimmingTrailingSpaces: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
