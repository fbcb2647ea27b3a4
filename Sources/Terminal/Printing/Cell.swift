/// One cell of a table.
package struct Cell: Sendable {
  let text: String

  /// Whether it is highlighted.
  let isEmphasized: Bool

  package init(_ text: String, isEmphasized: Bool = false) {
    (self.text, self.isEmphasized) = (text, isEmphasized)
  }

  /// The text for a Markdown table, with the characters escaped that Markdown interprets.
  var markdown: String {
    let escaped = text.map { "\\`*_<|".contains($0) ? "\\\($0)" : "\($0)" }.joined()
    return isEmphasized ? "**\(escaped)**" : escaped
  }
}
