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

/// Prints a confusion table: a row for each true class, a column for each answer.
public func show(_ confusion: ConfusionTable) {
  printLines(confusion.text(.standardOutput))
}

/// Prints images side by side, as wide as the terminal allows, with their captions below.
public func show(_ images: [GrayImage]) {
  printLines(gallery(images, .standardOutput))
}

/// Prints whole lines to standard output, above a bar that may be running on the same terminal.
func printLines(_ text: String) {
  Screen.standardError.aside {
    print(text)
    // What stays in the buffer would come out on top of the bar.
    fflush(nil)
  }
}
