import Foundation
import Synchronization

/// Ctrl-C as a request to stop after the current batch.
///
/// The first one sets a flag, so that a chapter can still show its results; the second ends the program
/// at once.
public enum Interrupt {
  /// The exit status after an interruption, by convention 128 + SIGINT.
  public static let exitStatus: Int32 = 130

  /// Whether Ctrl-C was pressed since `watch`.
  public static var isRaised: Bool { raised.load(ordering: .relaxed) }

  /// Begins to catch Ctrl-C, unless SIGINT is ignored already, as under nohup.
  ///
  /// Calling it again changes nothing.
  public static func watch() {
    guard !isWatching.exchange(true, ordering: .relaxed) else { return }
    // Both are initialized here: a global initialized in the handler would take a lock there.
    raised.store(false, ordering: .relaxed)
    isOnBar.store(Terminal.standardError.isLive, ordering: .relaxed)
    let before = signal(SIGINT, handle)
    if address(before) == address(SIG_IGN) { signal(SIGINT, SIG_IGN) }
    unblock()
  }
}

private let isWatching = Atomic(false)
private let raised = Atomic(false)
private let isOnBar = Atomic(false)

/// Allocates nothing and takes no lock: the signal may come while the program does either.
private let handle: @convention(c) (Int32) -> Void = { _ in
  let error = errno
  if raised.exchange(true, ordering: .relaxed) {
    say("\n")
    _exit(Interrupt.exitStatus)
  }
  if isOnBar.load(ordering: .relaxed) { say("\r\u{1B}[K") }
  say("Stopping after this batch. Ctrl-C again ends the program at once.\n")
  errno = error
}

private func say(_ text: StaticString) {
  _ = write(2, text.utf8Start, text.utf8CodeUnitCount)
}

/// Lets the signal through to this thread.
///
/// A process that was started from a thread with the signal blocked inherits that.
private func unblock() {
  var signals = sigset_t()
  sigemptyset(&signals)
  sigaddset(&signals, SIGINT)
  pthread_sigmask(SIG_UNBLOCK, &signals, nil)
}

private func address(_ handler: (@convention(c) (Int32) -> Void)?) -> Int {
  unsafeBitCast(handler, to: Int.self)
}

/// Ends the program if Ctrl-C was pressed, after the results so far were shown.
public func endIfInterrupted() {
  guard Interrupt.isRaised else { return }
  note("Stopped by Ctrl-C: what was trained is not checked, and what would follow is left out.")
  // Without the destructors that `exit` runs: other threads may still compute with what they free.
  fflush(nil)
  _exit(Interrupt.exitStatus)
}
