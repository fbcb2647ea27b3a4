import Foundation
import Sentences

/// A child process, watched until it ends.
package struct Child: Equatable, Sendable {
  package enum Ending: Equatable, Sendable {
    case exited(status: Int32)
    case died(signal: Int32)
    /// It was killed because it hung.
    case hung
  }

  package let ending: Ending

  /// Its peak memory in bytes.
  package let peakBytes: Int

  /// Starts a program and waits for its end; kills it when `hangs` returns true.
  package init(_ arguments: [String], hangs: (pid_t) -> Bool) throws {
    let child = try Self.start(arguments)
    var (status, usage, killed) = (Int32(0), rusage(), false)
    while wait4(child, &status, killed ? 0 : WNOHANG, &usage) == 0 {
      if hangs(child) {
        kill(child, SIGKILL)
        killed = true
      } else {
        usleep(5_000)
      }
    }
    peakBytes = usage.ru_maxrss * 1024
    let signal = status & 0x7F
    ending = killed ? .hung : signal == 0 ? .exited(status: status >> 8) : .died(signal: signal)
  }

  /// Starts it with our environment, but without crash reports, which would take seconds.
  private static func start(_ arguments: [String]) throws -> pid_t {
    setenv("SWIFT_BACKTRACE", "enable=no", 1)
    var words = arguments.map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var child = pid_t()
    let problem = posix_spawn(&child, arguments[0], nil, nil, &words, environ)
    guard problem == 0 else {
      throw SentenceError(
        "\(arguments[0]) cannot be started: \(String(cString: strerror(problem)))")
    }
    return child
  }
}
