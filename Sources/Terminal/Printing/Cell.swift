/// One field of a table.
package struct Cell: Sendable {
  let text: String

  /// Whether a reader's eye should be drawn to it.
  let isEmphasized: Bool

  package init(_ text: String, isEmphasized: Bool = false) {
    (self.text, self.isEmphasized) = (text, isEmphasized)
  }

  /// The text for a Markdown table, where some characters would mean something.
  var markdown: String {
    let escaped = text.map { "\\`*_<|".contains($0) ? "\\\($0)" : "\($0)" }.joined()
    return isEmphasized ? "**\(escaped)**" : escaped
  }
}
