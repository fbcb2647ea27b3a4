/// Prints the title of a section; not on a woven page, whose prose has its own headings.
public func heading(_ title: String) {
  if Woven.isOn { return }
  printTitle(headingText(title, .standardOutput))
}

/// Prints the title of a section and its lead sentence; not on a woven page, whose prose has both.
///
/// - Parameters:
///   - title: as in the page's heading.
///   - lead: a sentence of the section's prose, for those who read the run and not the page.
public func heading(_ title: String, _ lead: String) {
  if Woven.isOn { return }
  printTitle(headingText(title, lead, .standardOutput))
}

package func headingText(_ title: String, _ lead: String, _ terminal: Terminal) -> String {
  ([headingText(title, terminal)] + wrapped(lead, to: min(terminal.width, readableWidth)) + [""])
    .joined(separator: "\n")
}

package func headingText(_ title: String, _ terminal: Terminal) -> String {
  let rule = String(repeating: terminal.isUnicode ? "─" : "-", count: title.displayWidth)
  return "\n" + terminal.styled(title, .bold, .cyan) + "\n" + terminal.styled(rule, .cyan)
}
