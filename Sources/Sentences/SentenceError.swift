import Foundation

/// What is wrong with a file, an option or a net, as a sentence for the person at the keyboard.
///
///     throw SentenceError("\(path) is empty; a PNG or a JPEG picture was wanted")
public struct SentenceError: Error, Equatable, Sendable, CustomStringConvertible, LocalizedError {
  /// The sentence: what was given, what that means, and what was wanted.
  public let description: String

  /// The same sentence, for `localizedDescription`.
  public var errorDescription: String? { description }

  /// An error of this sentence.
  public init(_ sentence: String) { description = sentence }

  /// That something could not be done with a file, for the reason the system gives in `errno`.
  package static func system(_ path: String, _ what: String) -> SentenceError {
    SentenceError("\(path) \(what): \(String(cString: strerror(errno)))")
  }
}
