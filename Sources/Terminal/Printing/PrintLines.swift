import Foundation
import Synchronization

/// Prints whole lines to standard output, above a bar that may be running on the same terminal.
package func printLines(_ text: String) {
  write(text, isApart: text.hasPrefix("\n"), leaves: text.hasSuffix("\n") ? .blank : .text)
}

/// Prints lines that belong together, such as a table, with an empty line above and below them.
package func printBlock(_ text: String) {
  write(text, isApart: false, leaves: .block)
}

/// Prints a title, below which nothing needs an empty line.
package func printTitle(_ text: String) {
  write(text, isApart: true, leaves: .blank)
}

/// What standard output ends with.
private enum Ending { case text, block, blank }

private let last = Mutex(Ending.blank)

private func write(_ text: String, isApart: Bool, leaves ending: Ending) {
  let before = last.withLock { last in
    defer { last = ending }
    return last
  }
  let needsGap = before == .block || before == .text && ending == .block
  Screen.standardError.aside {
    print((needsGap && !isApart && !Woven.isOn ? "\n" : "") + text)
    // What stays in the buffer would be written later, over the bar.
    fflush(nil)
  }
}
