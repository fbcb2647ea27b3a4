import Synchronization

import Terminal

/// Terminals of several kinds, which tests print to.
extension Terminal {
  /// A file, as in CI.
  package static let file = Terminal(isTerminal: false, environment: ["LANG": "C.UTF-8"])

  /// A file whose reader knows no Unicode.
  package static let plainFile = Terminal(isTerminal: false, environment: [:])

  package static func window(_ columns: Int, _ more: [String: String] = [:]) -> Terminal {
    let environment = ["TERM": "xterm", "LANG": "C.UTF-8"].merging(more) { $1 }
    return Terminal(isTerminal: true, environment: environment, columns: { columns })
  }

  /// A window without color, so that what is compared stays readable.
  package static func grayWindow(_ columns: Int, _ more: [String: String] = [:]) -> Terminal {
    window(columns, ["NO_COLOR": "1"].merging(more) { $1 })
  }
}

/// The text written, and the lines that a terminal window would show.
package final class Recorder: Sendable {
  private let text = Mutex("")

  package init() {}

  package var written: String { text.withLock { $0 } }

  package func write(_ more: String) { text.withLock { $0 += more } }

  /// The lines on the window; the last is the one the cursor is in.
  package var lines: [String] {
    var lines: [[Character]] = [[]]
    var column = 0
    for character in written.replacing("\u{1B}[K", with: "\u{7F}") {
      let last = lines.count - 1
      switch character {
      case "\r": column = 0
      case "\u{7F}": lines[last].removeLast(lines[last].count - column)
      case "\n":
        lines.append([])
        column = 0
      default:
        if column < lines[last].count {
          lines[last][column] = character
        } else {
          lines[last].append(character)
        }
        column += 1
      }
    }
    return lines.map { String($0) }
  }
}

/// A clock that tests advance.
package final class TestClock: Sendable {
  private let time = Mutex(100.0)

  package init() {}

  package var now: Double { time.withLock { $0 } }

  package func pass(_ seconds: Double) { time.withLock { $0 += seconds } }
}
