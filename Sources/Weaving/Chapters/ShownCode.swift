/// The code of a cell as its page shows it.
extension ChapterSource.Cell {
  /// The code without its calls of `heading`: the title and the lead sentence stand in the prose above.
  ///
  /// Empty for the call of a part, whose cells the page shows instead.
  var shownCode: String {
    if isCall { return "" }
    var shown = ""
    var depth: Int?
    var skipsLineBreak = false
    for token in Lexer.tokens(code) {
      if let inside = depth {
        let now = inside + (token.text == "(" ? 1 : token.text == ")" ? -1 : 0)
        let isOver = now == 0 && token.text == ")"
        depth = isOver ? nil : now
        skipsLineBreak = isOver
      } else if token.kind == .call, token.text == "heading", shown.last ?? "\n" == "\n" {
        depth = 0
      } else if skipsLineBreak, token.text == "\n" {
        // The line's own break, and an empty line below if there is one above.
        skipsLineBreak = shown.isEmpty || shown.hasSuffix("\n\n")
      } else {
        skipsLineBreak = false
        shown += token.text
      }
    }
    return shown.trimmingNewlines
  }
}
