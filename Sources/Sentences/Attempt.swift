import Foundation

/// A computation on a thread of its own, which a stop ends in place of the program.
///
/// It is for showing how far a computation gets. What the thread held when it ended is never freed.
package final class Attempt: @unchecked Sendable {  // one thread writes, and the other then reads
  private let body: () -> Void
  private let end = DispatchSemaphore(value: 0)
  private var sentence: String?

  private init(_ body: @escaping () -> Void) { self.body = body }

  /// Runs `body`, and waits for its end.
  ///
  /// - Returns: the sentence with which it would have stopped the program; `nil` if it returned.
  package static func sentence(ofStopIn body: @escaping () -> Void) -> String? {
    let attempt = Attempt(body)
    let thread = Thread {
      Thread.current.threadDictionary[key] = attempt
      attempt.body()
      attempt.end.signal()
    }
    thread.stackSize = 16 << 20
    thread.start()
    attempt.end.wait()
    return attempt.sentence
  }

  /// The attempt that this thread makes, if it makes one.
  static var current: Attempt? { Thread.current.threadDictionary[key] as? Attempt }

  private static let key = "Sentences.Attempt"

  /// Ends the attempt; this is called on its thread.
  func stop(_ sentence: String) -> Never {
    self.sentence = sentence
    end.signal()
    Thread.exit()
    fatalError("a thread goes on after its end")
  }
}
