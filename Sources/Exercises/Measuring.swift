import ArgumentParser
import ExerciseCatalog
import Exercising
import Files
import Foundation
import Plots
import Sentences
import Terminal

/// Draws the figures of symptoms, for who adds an exercise.
struct Figures: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draws the figures of symptoms anew into Figures/Exercises.", shouldDisplay: false)

  @Argument(help: "The exercises; all with a figure, if none is named.")
  var exercises: [String] = []

  func run() throws {
    let session = try Session()
    let named = try exercises.map { try session.exercise($0) }
    let folder = session.workspace.figures
    try makeFolder(folder)
    let checker = try session.checker()
    for exercise in named.isEmpty ? session.course.exercises : named {
      guard let picture = try session.workspace.picture(of: exercise, by: checker) else { continue }
      for (file, picture) in versions(of: picture, in: folder, named: exercise.name) {
        try picture.write(to: file)
      }
      printLines("\(session.course.number(of: exercise).padded(to: 5))\(exercise.name)")
    }
  }
}

/// Prints the numbers of a symptom: what the original and the changed file tell.
struct Measure: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints what the original and the changed file compute.", shouldDisplay: false)

  @OptionGroup var which: Which
  @Flag(help: "What is computed for the text and the figure only, not what a check compares.")
  var training = false

  func run() throws {
    let session = try Session()
    let exercise = try session.exercise(which.exercise)
    if training && exercise.training == nil { throw SentenceError("there is no training") }
    let symptom = try session.checker().symptom(
      of: exercise, session.workspace.given(exercise), from: training ? .training : .probe)
    for (told, other) in zip(symptom.original, symptom.changed) {
      printLines("\(told.name)\n  right         \(told.value)\n  with the bug  \(other.value)")
    }
  }
}

extension Workspace {
  /// The figure of an exercise, measured; `nil` if it has none.
  func picture(of exercise: Exercise, by checker: Checker) throws -> Picture? {
    guard let figure = exercise.figure else { return nil }
    let text = try given(exercise)
    var symptom = try checker.symptom(of: exercise, text)
    if !symptom.tells(figure.numbers) && exercise.training != nil {
      symptom = try checker.symptom(of: exercise, text, from: .training)
    }
    let numbers = try symptom.numbers(figure.numbers)
    return figure.picture(original: numbers.original, changed: numbers.changed)
  }
}

/// The files of a figure: for pages, and for phones.
func versions(of picture: Picture, in folder: URL, named name: String) -> [(URL, Picture)] {
  [(folder.appending(path: "\(name).svg"), picture)]
    + (picture.phone.map { [(folder.appending(path: "\(name)-phone.svg"), $0())] } ?? [])
}
