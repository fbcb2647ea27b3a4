import Exercising
import Foundation
import Terminal

// Checks as a command makes them: once, for all copies, or at every save.

extension Session {
  /// - Returns: whether it passed.
  mutating func check(_ exercise: Exercise, _ checker: Checker) throws -> Bool {
    let verdict = try checker.check(exercise, workspace.copy(of: exercise)) {
      Screen.standardError.say($0)
    }
    if verdict == .passed {
      progress.pass(exercise, at: Date())
      try save()
    }
    show(verdict, on: exercise)
    return verdict == .passed
  }

  mutating func checkAll() throws {
    let checker = try checker()
    for exercise in course.exercises {
      let file = workspace.copy(of: exercise)
      guard FileManager.default.fileExists(atPath: file.path) else { continue }
      let verdict = try checker.check(exercise, file)
      if verdict == .passed { progress.pass(exercise, at: Date()) }
      let words = verdict == .passed ? "passed" : "not yet"
      let number = course.number(of: exercise).padded(to: 5)
      printLines("\(number)\(exercise.name.padded(to: 24)) \(words)")
    }
    try save()
  }

  /// Checks at every save, and goes on with the next exercise, until Ctrl-C.
  mutating func watch(_ first: Exercise) throws {
    let checker = try checker()
    var exercise = first
    while true {
      let file = try workspace.prepare(exercise)
      printLines("\nWatching \(shown(file)); Ctrl-C ends it.")
      var last = modified(file)
      var isPassed = false
      while !isPassed {
        while modified(file) == last { usleep(200_000) }
        usleep(100_000)  // an editor may write a file in several steps
        last = modified(file)
        guard last != nil else { continue }
        isPassed = try check(exercise, checker)
      }
      guard let next else { return }
      exercise = next
      show(exercise, file: try workspace.prepare(exercise))
    }
  }

  /// The lines of the original, and for questions the answers.
  func showSolution(of exercise: Exercise) throws {
    switch exercise.task {
    case .mend(let file, let original, let given):
      printLines("\(file) has")
      printLines(original.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n"))
      printLines("in the place of")
      printLines(given.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n"))
    case .answer:
      for (question, answer) in try checker().answers(to: exercise) {
        printParagraphs("\(question): \(answer)")
      }
    }
  }

  private func modified(_ file: URL) -> Date? {
    (try? FileManager.default.attributesOfItem(atPath: file.path))?[.modificationDate] as? Date
  }
}
