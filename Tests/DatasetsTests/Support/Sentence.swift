import Testing

@testable import Datasets

/// The sentence that `body` must throw; an empty one, and a failed test, if it does not.
func sentence(
  sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Void
) -> String {
  do {
    try body()
    Issue.record("no error was thrown", sourceLocation: sourceLocation)
  } catch let error as DatasetError {
    return error.description
  } catch {
    Issue.record("\(error) is not a DatasetError", sourceLocation: sourceLocation)
  }
  return ""
}

extension ExitTest.Result {
  /// What the program said before it ended.
  var standardErrorText: String { String(decoding: standardErrorContent, as: UTF8.self) }
}
