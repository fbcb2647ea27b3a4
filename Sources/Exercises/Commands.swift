import ArgumentParser
import Exercising
import Foundation
import Sentences
import Terminal

/// Which exercise a command is about.
struct Which: ParsableArguments {
  @Argument(help: .init("Its name or number. (default: the next that is not passed)"))
  var exercise: String?
}

/// What `swift run exercises` shows.
struct Next: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows the next exercise that is not passed, and makes the copy to edit.")

  @OptionGroup var which: Which
  @Flag(help: "Check whenever the file is saved, and go on with the next, until Ctrl-C.")
  var watch = false

  func run() throws {
    var session = try Session()
    let exercise = try session.exercise(which.exercise)
    let file = try session.workspace.prepare(exercise)
    session.show(exercise, file: file)
    if watch { try session.watch(exercise) }
  }
}

/// Compiles the learner's copy, runs it beside the original, and says whether both compute the same.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Checks an exercise, or all that have a copy.")

  @OptionGroup var which: Which
  @Flag(help: "Check all exercises that have a copy.")
  var all = false
  @Flag(help: "Check again whenever the file is saved, until Ctrl-C.")
  var watch = false

  func run() throws {
    var session = try Session()
    if all { return try session.checkAll() }
    let exercise = try session.exercise(which.exercise)
    _ = try session.workspace.prepare(exercise)
    let isPassed = try session.check(exercise, session.checker())
    if watch { return try session.watch(exercise) }
    if !isPassed { throw ExitCode(1) }
  }
}

/// Shows one more of the three hints.
struct Hint: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows one more of three hints: where to look, what to print, which rule is broken.")

  @OptionGroup var which: Which

  func run() throws {
    var session = try Session()
    let exercise = try session.exercise(which.exercise)
    let count = session.progress.showHint(of: exercise)
    try session.save()
    for (i, hint) in exercise.hints.prefix(count).enumerated() {
      printParagraphs("\(i + 1) of \(exercise.hints.count): \(hint)")
    }
    if count == exercise.hints.count {
      printLines("")
      printParagraphs("The solution: swift run exercises solution \(exercise.name) --give-up")
    }
  }
}

/// Lists all exercises.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists all exercises, with a bar for each chapter.")

  func run() throws { try Session().showList() }
}

/// Gives a learner the exercise as it was.
struct Reset: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes the copy of an exercise as it was at first; the old one is kept beside it.")

  @OptionGroup var which: Which

  func run() throws {
    var session = try Session()
    let exercise = try session.exercise(which.exercise)
    let file = session.workspace.copy(of: exercise)
    if FileManager.default.fileExists(atPath: file.path) {
      let old = file.deletingPathExtension().appendingPathExtension("old.txt")
      guard rename(file.path, old.path) == 0 else {
        throw SentenceError.system(old.path, "cannot be written")
      }
      printLines("Your copy is now \(session.shown(old)).")
    }
    try session.workspace.reset(exercise)
    session.progress.forget(exercise)
    try session.save()
    printLines("\(session.shown(file)) is as at first.")
  }
}

/// Shows what the original has in the place that was changed.
struct Solution: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows the solution of an exercise that is passed.")

  @OptionGroup var which: Which
  @Flag(help: "Show it though the exercise is not passed.")
  var giveUp = false

  func run() throws {
    var session = try Session()
    let exercise = try session.exercise(which.exercise)
    guard session.progress.hasPassed(exercise) || giveUp else {
      throw ValidationError(
        "\(exercise.name) is not passed yet; there are hints, and --give-up shows the solution")
    }
    session.progress.showSolution(of: exercise)
    try session.save()
    try session.showSolution(of: exercise)
    printLines("")
    printParagraphs(exercise.story)
    if let source = exercise.source {
      printLines("")
      printParagraphs("In real projects: \(source)")
    }
  }
}
