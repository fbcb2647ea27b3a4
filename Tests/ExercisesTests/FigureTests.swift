import Foundation
import Plots
import Testing

@testable import ExerciseCatalog
@testable import Exercises
@testable import Exercising

/// The committed figures of symptoms are what broken and original code compute today.
///
/// One of each kind of chart is drawn again, and all of them, with the trainings, if `EXERCISES=all`.
@Suite struct FigureTests {
  private static let isFull = ProcessInfo.processInfo.environment["EXERCISES"] == "all"
  private static let drawn = Exercise.all.filter { $0.figure != nil }
  private static let sample: [Exercise] = [.kaimingWindow, .oneLess, .fourSmallPictures]
  private static let trained = Exercise.all.filter { $0.training != nil }

  @Test func everyChapterHasOneAndTheFolderHasNoOthers() throws {
    for chapter in 1...7 { #expect(Self.drawn.contains { $0.chapter == chapter }, "\(chapter)") }
    let files = try FileManager.default.contentsOfDirectory(atPath: workspace.figures.path)
    let names = Self.drawn.flatMap { ["\($0.name).svg", "\($0.name)-phone.svg"] }
    #expect(Set(files).symmetricDifference(names) == [])
  }

  @Test(arguments: (isFull ? drawn : sample).map(\.name)) func itShowsWhatIsComputed(name: String)
    throws
  {
    let exercise = try #require(course.exercise(called: name))
    let picture = try #require(try workspace.picture(of: exercise, by: checker.get()))
    for (file, picture) in versions(of: picture, in: workspace.figures, named: name) {
      let committed = try String(contentsOf: file, encoding: .utf8)
      #expect(
        isAlmost(committed, picture.svg(.auto)),
        "swift run exercises figures \(name) draws \(file.lastPathComponent) anew")
    }
  }

  @Test(arguments: (isFull ? trained : []).map(\.name))
  func lossesAndAccuraciesInTheTextAreMeasured(name: String) throws {
    let exercise = try #require(course.exercise(called: name))
    let told = try Exercise.Part.allCases.flatMap { part in
      let symptom = try checker.get().symptom(of: exercise, workspace.given(exercise), from: part)
      return symptom.original + symptom.changed
    }
    let numbers = told.flatMap { told -> [Double] in
      if case .numbers(let numbers) = told.value { numbers } else { [] }
    }
    for match in exercise.symptom.matches(of: #/(rate of |momentum )?([0-9]+\.[0-9][0-9]+)/#) {
      guard match.1 == nil, let number = Double(match.2) else { continue }
      #expect(numbers.contains { abs($0 - number) <= 0.04 * number }, "\(match.2)")
    }
  }

  /// Whether two drawings differ by no more than another processor's last digits: in no word, and in no number by
  /// more than three points or three percent.
  private func isAlmost(_ a: String, _ b: String) -> Bool {
    let pattern = #/[0-9]+(?:\.[0-9]+)?/#
    func numbers(_ text: String) -> [Double] { text.matches(of: pattern).map { Double($0.0)! } }
    return a.replacing(pattern, with: "0") == b.replacing(pattern, with: "0")
      && zip(numbers(a), numbers(b)).allSatisfy { abs($0 - $1) <= max(3, 0.03 * $1) }
  }
}
