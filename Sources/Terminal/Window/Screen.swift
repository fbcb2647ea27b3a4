import Files
import Foundation
import Synchronization

/// A place for text whose bottom line may be a bar that is redrawn.
///
/// Whatever else is said goes above that line: it is wiped, the text is written, and it is drawn
/// again. Without this, a result printed during training would be glued to the end of the bar.
package final class Screen: Sendable {
  package static let standardError: Screen = {
    let screen = Screen(.standardError) {
      // A reader that has gone away is no reason to stop training, so failure is not reported.
      _ = writeAll($0.utf8, to: 2)
    }
    // A program that ends under a running bar should leave the shell a line of its own.
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

  /// Leaves the bottom line where it is, and the cursor below it.
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

  /// Runs `body`, which may write whole lines anywhere, with the bottom line out of its way.
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
