import Foundation
import Testing

@testable import ExerciseCatalog
@testable import Exercising

/// What holds of each exercise when it is checked, so that none drifts from the code it is made of.
///
/// A check takes most of a second of computing, so this is done for one exercise of each file that is mended, and
/// with the original for one of each module and for measurements; for all of them, and with a layout that has
/// changed, if `EXERCISES=all`.
@Suite struct ExerciseTests {
  private static let isFull = ProcessInfo.processInfo.environment["EXERCISES"] == "all"

  private static let mended = Exercise.all.filter { $0.file != nil }
  private static let answered = Exercise.all.filter { $0.file == nil }
  private static let measured = mended.filter { $0.kind == .measure }

  /// All, or the first of those that have something in common.
  private static func sample(_ common: (String) -> String) -> [Exercise] {
    var seen: Set<String> = []
    return mended.filter { isFull || seen.insert(common($0.file!)).inserted }
  }

  private static let ofEachFile = sample { $0 }
  private static let ofEachModule = sample { $0.split(separator: "/").prefix(2).joined() }

  @Test(arguments: ofEachFile.map(\.name)) func theChangedFileFailsWithItsSentence(name: String)
    throws
  {
    let exercise = try #require(course.exercise(called: name))
    let sentence = try verdict(on: exercise, workspace.given(exercise)).sentence
    #expect(sentence?.contains(exercise.failure) == true, "\(sentence ?? "it passes")")
  }

  @Test(arguments: (ofEachModule + measured).map(\.name)) func theOriginalPasses(name: String)
    throws
  {
    let exercise = try #require(course.exercise(called: name))
    let seed = UInt64.random(in: 0 ... .max)
    #expect(try verdict(on: exercise, workspace.solved(exercise), seed: seed) == .passed, "\(seed)")
  }

  @Test(arguments: ofEachModule.map(\.name))
  func theSameSeedGivesTheSameAnswers(name: String) throws {
    let exercise = try #require(course.exercise(called: name))
    let checker = try checker.get()
    let seed = UInt64.random(in: 0 ... .max)
    let told = try checker.told(exercise, seed: seed)
    #expect(!told.isEmpty && difference(original: told, learner: told) == nil)
    #expect(try checker.told(exercise, seed: seed) == told)
  }

  @Test(arguments: measured.map(\.name))
  func whatWasMeasuredIsWithinTheSpread(name: String) throws {
    let exercise = try #require(course.exercise(called: name))
    for told in try checker.get().told(exercise, seed: 1) where told.name.contains("the measured") {
      #expect(told.value == .numbers([0]), "\(told.name)")
    }
  }

  @Test(arguments: answered.map(\.name)) func theEnginesAnswersPassAndNoOthers(name: String) throws
  {
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

  @Test(.enabled(if: isFull, "it takes a quarter of a minute"))
  func aStoredPropertyMoreIsNoMistake() throws {
    let text = try workspace.solved(.block)
      .replacing("  public let conv1", with: "  public let count = 1\n  public let conv1")
    #expect(try verdict(on: .block, text) == .passed)
  }
}

extension Exercise {
  /// The file that is mended.
  var file: String? {
    if case .mend(let file, _, _) = task { file } else { nil }
  }
}
