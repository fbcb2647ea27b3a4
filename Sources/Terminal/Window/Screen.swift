import Files
import Foundation
import Synchronization

/// A terminal whose bottom line may be a progress bar that is redrawn.
///
/// Other text goes above that line: the line is erased, the text is written, and the line is drawn
/// again. Otherwise a result printed during training would continue the line of the bar.
package final class Screen: Sendable {
  package static let standardError: Screen = {
    let screen = Screen(.standardError) {
      // A reader that has gone away is no reason to stop training, so failure is not reported.
      _ = writeAll($0.utf8, to: 2)
    }
    // If the program ends while a bar is shown, the shell's prompt should begin a new line.
    atexit { Screen.standardError.settle() }
    return screen
  }()

  package let terminal: Terminal
  private let write: @Sendable (String) -> Void
  private let bottomLine = Mutex("")

  package init(_ terminal: Terminal, write: @escaping @Sendable (String) -> Void) {
    (self.terminal, self.write) = (terminal, write)
  }

  /// Makes `line` the bottom line.
  package func redraw(_ line: String) {
    bottomLine.withLock {
      $0 = line
      write("\r" + line + eraseToEnd)
    }
  }

  /// Keeps the bottom line as it is, and moves the cursor below it.
  package func settle() {
    bottomLine.withLock {
      if !$0.isEmpty { write("\n") }
      $0 = ""
    }
  }

  /// Writes a line above the bottom line.
  package func say(_ line: String) {
    aside { write(line + "\n") }
  }

  /// Runs `body`, which may write whole lines to any stream, while the bottom line is erased.
  package func aside(_ body: () -> Void) {
    bottomLine.withLock {
      guard !$0.isEmpty else { return body() }
      write("\r" + eraseToEnd)
      body()
      write($0)
    }
  }
}

private let eraseToEnd = "\u{1B}[K"
