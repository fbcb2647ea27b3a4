import Dispatch
import Foundation
import Terminal
import Weaving

/// On Ctrl-C or SIGTERM terminates the chapter that is running, and then this program.
///
/// It waits until a page and its figures are replaced, so they are whole whenever this happens.
func terminateChaptersWhenInterrupted() {
  for number in [SIGINT, SIGTERM] {
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
    source.setEventHandler {
      Child.terminate()
      Screen.standardError.say("\nStopped. Pages not finished are as they were.")
      Publication.isReplacing.withLock { _ in exit(128 + number) }
    }
    source.activate()
    sources.append(source)
  }
}

/// Keeps the sources alive; a source that is released gets no events.
nonisolated(unsafe) private var sources: [any DispatchSourceSignal] = []
