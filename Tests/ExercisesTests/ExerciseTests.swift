import Foundation
import Testing

@testable import ExerciseCatalog
@testable import Exercising

/// What holds of each exercise, so that none drifts from the code it is made of.
@Suite struct ExerciseTests {
  private static let mended = Exercise.all.filter {
    if case .mend = $0.task { true } else { false }
  }.map(\.name)
  private static let answered = Exercise.all.filter {
    if case .answer = $0.task { true } else { false }
  }.map(\.name)

  @Test(arguments: mended) func theChangedFileFailsWithItsSentenceAndTheOriginalPasses(name: String)
    throws
  {
    let exercise = try #require(course.exercise(called: name))
    let sentence = try verdict(on: exercise, workspace.given(exercise)).sentence
    #expect(sentence?.contains(exercise.failure) == true, "\(sentence ?? "it passes")")
    #expect(try verdict(on: exercise, workspace.solved(exercise)) == .passed)
  }

  @Test(arguments: answered) func anEmptySheetFailsAndTheEnginesAnswersPass(name: String) throws {
    let exercise = try #require(course.exercise(called: name))
    guard case .answer(let questions) = exercise.task else { return }
    let sheet = try workspace.given(exercise)
    #expect(try verdict(on: exercise, sheet).sentence?.contains("is not answered") == true)
    let answers = try checker.get().answers(to: exercise)
    #expect(answers.map(\.question) == questions)
    let filled = answers.map { "\($0.question): \($0.answer)\n" }.joined()
    #expect(try verdict(on: exercise, sheet + filled) == .passed)
    let wrong = answers.map { "\($0.question): 12345\n" }.joined()
    #expect(try verdict(on: exercise, sheet + wrong).sentence?.contains("is not 12345") == true)
  }
}
