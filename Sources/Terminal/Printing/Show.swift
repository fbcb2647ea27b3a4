import Foundation

/// Prints, like the last line of a notebook cell: four significant digits of a number are enough.
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
    // What stays in the buffer would come out on top of the bar.
    fflush(nil)
  }
}
