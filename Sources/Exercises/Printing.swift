import Exercising
import Foundation
import Terminal

// How an exercise and a verdict look in a terminal.

extension Session {
  /// Number, kind and title, then the symptom, the file and the commands.
  func show(_ exercise: Exercise, file: URL) {
    heading("\(course.number(of: exercise)) \(exercise.title)")
    let state = progress.hasPassed(exercise) ? ", passed" : ""
    printParagraphs("\(exercise.kind.rawValue)\(state), chapter \(exercise.chapter)")
    printLines("")
    printParagraphs(exercise.symptom)
    printLines("")
    printLines("edit   \(shown(file))")
    if case .mend(let original, _, _) = exercise.task { printLines("from   \(original)") }
    printLines("check  swift run exercises check \(exercise.name)")
    printLines("hint   swift run exercises hint \(exercise.name)")
  }

  func show(_ verdict: Checker.Verdict, on exercise: Exercise) {
    let terminal = Terminal.standardOutput
    let number = course.number(of: exercise)
    switch verdict {
    case .passed:
      printLines(terminal.styled("\(number) \(exercise.name): passed", .bold, .green))
      printLines("")
      printParagraphs(exercise.story)
      if let source = exercise.source {
        printLines("")
        printParagraphs("In real projects: \(source)")
      }
      printLines("")
      printLines(
        next.map { "next: \(course.number(of: $0)) \($0.title): swift run exercises" }
          ?? "All \(course.exercises.count) exercises are passed.")
    case .failed(let sentence, let printed):
      printLines(terminal.styled("\(number) \(exercise.name): not yet", .bold, .yellow))
      printParagraphs(sentence.prefix(1).uppercased() + sentence.dropFirst() + ".")
      let lines = printed.split(separator: "\n").filter { !$0.contains("Fatal error: ") }
      guard !lines.isEmpty else { return }
      printLines("\nIt printed:")
      for line in lines.prefix(12) { printLines("  " + line) }
      if lines.count > 12 { printLines("  …") }
    case .doesNotCompile(let errors):
      printLines(terminal.styled("\(number) \(exercise.name): does not compile", .bold, .yellow))
      printLines(errors)
    }
  }

  /// A bar for each chapter, and a line for each exercise.
  func showList() {
    let terminal = Terminal.standardOutput
    for chapter in course.chapters {
      let exercises = course.exercises.filter { $0.chapter == chapter }
      let passed = exercises.count { progress.hasPassed($0) }
      let share = Double(passed) / Double(exercises.count)
      printLines(
        "\n" + terminal.styled("chapter \(chapter)", .bold) + "  "
          + bar(share, columns: 20, terminal) + "  \(passed) of \(exercises.count)")
      for exercise in exercises { printLines(line(exercise, terminal)) }
    }
    let passed = course.exercises.count { progress.hasPassed($0) }
    let share = Double(passed) / Double(course.exercises.count)
    printLines(
      "\n" + terminal.styled("all", .bold) + "        " + bar(share, columns: 20, terminal)
        + "  \(passed) of \(course.exercises.count)")
  }

  private func line(_ exercise: Exercise, _ terminal: Terminal) -> String {
    let mark = progress.hasPassed(exercise) ? (terminal.isUnicode ? "✓" : "x") : " "
    let number = course.number(of: exercise).padded(to: 5)
    let name = exercise.name.padded(to: 24)
    let start = " \(mark) \(number)\(name) "
    let room = max(terminal.width, 60) - start.count
    let title =
      exercise.title.count <= room ? exercise.title : exercise.title.prefix(room - 1) + "…"
    return start + title
  }
}

/// Paragraphs wrapped to the width of the terminal; lines that are indented stay as they are.
func printParagraphs(_ text: String) {
  let terminal = Terminal.standardOutput
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    let columns = min(terminal.width, readableWidth)
    let isCode = line.hasPrefix("  ")
    let lines = isCode ? [String(line)] : wrapped(String(line), to: columns)
    printLines(lines.joined(separator: "\n"))
  }
}
