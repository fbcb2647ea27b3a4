/// One field of a table.
struct Cell: Sendable {
  let text: String

  /// Whether a reader's eye should be drawn to it.
  let isEmphasized: Bool

  init(_ text: String, isEmphasized: Bool = false) {
    (self.text, self.isEmphasized) = (text, isEmphasized)
  }

  /// The text for a Markdown table, in which a vertical bar would begin a new cell.
  var markdown: String {
    let escaped = text.replacing("|", with: "\\|")
    return isEmphasized ? "**\(escaped)**" : escaped
  }
}
