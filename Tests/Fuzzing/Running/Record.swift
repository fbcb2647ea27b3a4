import Autograd
import Foundation

/// What a child process records as it works, in memory shared with its parent.
package final class Record: @unchecked Sendable {
  /// The words of the record, in their order.
  private enum Word: Int, CaseIterable {
    case number, begun, beganAt, accepted, refused, slowest, slowestNumber
  }

  private let words: UnsafeMutablePointer<UInt64>
  private let byteCount = 4096

  /// Opens the record at `path`, or creates it.
  package init(_ path: String) throws {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    defer { close(descriptor) }
    guard descriptor >= 0, ftruncate(descriptor, off_t(byteCount)) == 0,
      let memory = mmap(nil, byteCount, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0),
      memory != MAP_FAILED
    else { throw SentenceError.system(path, "cannot be shared") }
    words = memory.assumingMemoryBound(to: UInt64.self)
  }

  deinit { munmap(words, byteCount) }

  private subscript(word: Word) -> UInt64 {
    get { words[word.rawValue] }
    set { words[word.rawValue] = newValue }
  }

  /// The current case.
  package var number: UInt64 { self[.number] }
  package var accepted: Int { Int(self[.accepted]) }
  package var refused: Int { Int(self[.refused]) }

  /// The time of the slowest case in seconds, and its number.
  package var slowest: (seconds: Double, number: UInt64) {
    (Double(self[.slowest]) / 1e9, self[.slowestNumber])
  }

  /// Whether any case was begun.
  package var hasBegun: Bool { self[.beganAt] > 0 }

  /// The seconds of processor time the child has used for the current case; if it waits, at least a tenth
  /// of the elapsed time.
  ///
  /// Elapsed time alone would count against a case that waits for a processor on a busy machine.
  package func secondsAtIt(_ child: pid_t) -> Double {
    guard hasBegun else { return 0 }
    var clock = clockid_t()
    // The child continues meanwhile, so its current case may have begun after the time was read.
    let computed = clock_getcpuclockid(child, &clock) == 0 ? seconds(on: clock) : 0
    let waited = seconds(on: CLOCK_MONOTONIC) - Double(self[.beganAt]) / 1e9
    return max(computed - Double(self[.begun]) / 1e9, waited / 10)
  }

  /// Clears the record, for a new child.
  package func clear() { for word in Word.allCases { self[word] = 0 } }

  /// Records the case, runs it, and records the result.
  package func run(_ item: Case, writingTo file: URL) {
    self[.number] = item.number
    self[.begun] = nanoseconds(CLOCK_PROCESS_CPUTIME_ID)
    self[.beganAt] = nanoseconds(CLOCK_MONOTONIC)
    let verdict = item.verdict(writingTo: file)
    let duration = nanoseconds(CLOCK_PROCESS_CPUTIME_ID) - self[.begun]
    self[verdict == .accepted ? .accepted : .refused] += 1
    if duration > self[.slowest] {
      (self[.slowest], self[.slowestNumber]) = (duration, item.number)
    }
  }
}

private func seconds(on clock: clockid_t) -> Double { Double(nanoseconds(clock)) / 1e9 }

private func nanoseconds(_ clock: clockid_t) -> UInt64 {
  var time = timespec()
  clock_gettime(clock, &time)
  return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}
