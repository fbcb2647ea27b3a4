/// Prints the title of a section, with an empty line above it.
public func heading(_ title: String) {
  printLines(headingText(title, .standardOutput))
}

func headingText(_ title: String, _ terminal: Terminal) -> String {
  let rule = String(repeating: terminal.isUnicode ? "─" : "-", count: title.displayWidth)
  return "\n" + terminal.styled(title, .bold, .cyan) + "\n" + terminal.styled(rule, .cyan)
}
