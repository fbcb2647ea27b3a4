/// A progress bar, of which `share` (0 to 1) is filled.
///
/// It is drawn with lines, which are no taller than the text beside them, as blocks would be.
package func bar(_ share: Double, columns: Int, _ terminal: Terminal) -> String {
  let filled = share * Double(columns)
  let whole = Int(filled)
  guard terminal.isUnicode else {
    let inside = max(0, columns - 2)
    let marks = Int(share * Double(inside))
    return "[" + String(repeating: "#", count: marks)
      + String(repeating: ".", count: inside - marks) + "]"
  }
  let half = filled - Double(whole) >= 0.5 ? "╸" : ""
  let done = String(repeating: "━", count: whole) + half
  // Without color, the rest is distinguished by a thinner line.
  let rest = String(repeating: terminal.hasColor ? "━" : "─", count: columns - done.count)
  return terminal.styled(done, share >= 1 ? .green : .cyan) + terminal.styled(rest, .gray)
}
