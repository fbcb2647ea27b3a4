/// How text is aligned in a column that is wider.
package enum Alignment {
  case left, center, right
}

extension String {
  /// The text with spaces around it, so that it takes at least `columns` on a terminal.
  package func padded(to columns: Int, _ alignment: Alignment = .left) -> String {
    let gap = max(0, columns - displayWidth)
    let before = [Alignment.left: 0, .center: gap / 2, .right: gap][alignment]!
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
