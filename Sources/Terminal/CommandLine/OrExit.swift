import Foundation

/// What `body` returns; if it throws, the program ends with the error's sentence and status 1.
///
///     let log = orExit { try JSONLines(file) }
///
/// An error thrown at the top level of a `main.swift` would end it too, but as a crash, with a page
/// of stack trace around the sentence.
public func orExit<Result>(_ body: () throws -> Result) -> Result {
  do {
    return try body()
  } catch {
    Screen.standardError.say("Error: \(error)")
    exit(1)
  }
}
