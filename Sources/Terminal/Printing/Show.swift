import Foundation

/// Prints values in a line, numbers with four significant digits.
public func show(_ items: Any...) {
  printLines(items.map(shown).joined(separator: " "))
}

/// Prints a table, its columns aligned; on a woven page it is a table of the page.
public func show(_ table: Table) {
  if Woven.isOn { return Woven.table(table.markdown) }
  printLines(table.text(.standardOutput))
}

/// Prints whole lines to standard output, above a bar that may be running on the same terminal.
package func printLines(_ text: String) {
  Screen.standardError.aside {
    print(text)
    // What stays in the buffer would be written later, over the bar.
    fflush(nil)
  }
}
