import Foundation

// Ways for a chapter to end before its last line, with a sentence and the status that shells expect.

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

/// Ends the program if Ctrl-C was pressed; what was trained before has been shown.
public func endIfInterrupted() {
  guard Interrupt.isRaised else { return }
  note("Stopped by Ctrl-C: what was trained is not checked, and what would follow is left out.")
  exit(Interrupt.exitStatus)
}
