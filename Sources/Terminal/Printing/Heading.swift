/// Prints the title of a section; not on a woven page, whose prose has its own headings.
public func heading(_ title: String) {
  if Woven.isOn { return }
  printLines(headingText(title, .standardOutput))
}

package func headingText(_ title: String, _ terminal: Terminal) -> String {
  let rule = String(repeating: terminal.isUnicode ? "─" : "-", count: title.displayWidth)
  return "\n" + terminal.styled(title, .bold, .cyan) + "\n" + terminal.styled(rule, .cyan)
}
