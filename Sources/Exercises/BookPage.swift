import ArgumentParser
import ExerciseCatalog
import Exercising

/// Prints the page of the book with all exercises, for who adds one.
struct BookPage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "page", abstract: "Prints Chapters/Book/exercises.md.", shouldDisplay: false)

  func run() { print(Course(Exercise.all).page, terminator: "") }
}
