// The sentences of the package, in place of `Sources/Sentences`, for a page that has no file, thread or call stack.

/// What is wrong, as a sentence.
public struct SentenceError: Error, Equatable, Sendable {
  /// The sentence.
  public let description: String

  /// An error with this sentence.
  public init(_ sentence: String) { description = sentence }
}

/// Stops the engine; the page is handed the sentence.
public func stop(_ sentence: String) -> Never { fatalError(sentence) }

/// Stops the engine with a sentence if `condition` does not hold.
public func require(_ condition: Bool, _ sentence: @autoclosure () -> String) {
  if !condition { stop(sentence()) }
}
