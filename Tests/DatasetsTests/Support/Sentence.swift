import Sentences
import Testing

@testable import Datasets

/// The sentence that `body` must throw; an empty one, and a failed test, if it does not.
func sentence(
  sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Void
) -> String {
  do {
    try body()
    Issue.record("no error was thrown", sourceLocation: sourceLocation)
  } catch {
    if error is SentenceError || error is DownloadError { return "\(error)" }
    Issue.record("\(error) is no sentence of ours", sourceLocation: sourceLocation)
  }
  return ""
}

extension ExitTest.Result {
  /// What the program said before it ended.
  var standardErrorText: String { String(decoding: standardErrorContent, as: UTF8.self) }
}
