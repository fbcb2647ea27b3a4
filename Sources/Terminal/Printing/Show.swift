/// Prints values in a line, numbers with four significant digits; a sentence that is wider than the terminal
/// is wrapped between words.
public func show(_ items: Any...) {
  printLines(fitted(items.map(shown).joined(separator: " "), .standardOutput))
}

/// The text with lines that are too wide wrapped; what follows the first is as far in as it is.
func fitted(_ text: String, _ terminal: Terminal) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
    if line.displayWidth <= terminal.width { return String(line) }
    let margin = String(line.prefix { $0 == " " })
    return wrapped(String(line), to: terminal.width - margin.count)
      .map { margin + $0 }.joined(separator: "\n")
  }.joined(separator: "\n")
}

/// Prints a table, its columns aligned; on a woven page it is a table of the page.
public func show(_ table: Table) {
  if Woven.isOn { return Woven.table(table.markdown) }
  printBlock(table.text(.standardOutput))
}
