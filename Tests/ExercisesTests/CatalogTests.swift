import Foundation
import Testing

@testable import ExerciseCatalog
@testable import Exercising

/// What can be said of the exercises by reading them.
@Suite struct CatalogTests {
  @Test func thereAreEnoughOfEachKindAndForEachChapter() {
    #expect(course.exercises.count >= 36)
    #expect(course.exercises.count { $0.source != nil } >= 15)
    for chapter in 1...5 { #expect(course.exercises.count { $0.chapter == chapter } >= 5) }
    for kind in Exercise.Kind.allCases {
      #expect(course.exercises.contains { $0.kind == kind }, "\(kind)")
    }
  }

  @Test func theyHaveNamesOfTheirOwnAndStandInTheOrderOfTheChapters() {
    let names = course.exercises.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.contains(#/^[a-z-]+$/#) })
    #expect(course.exercises.map(\.chapter) == course.exercises.map(\.chapter).sorted())
  }

  @Test(arguments: Exercise.all.map(\.name)) func thePlaceIsThereOnce(name: String) throws {
    let exercise = try #require(course.exercise(called: name))
    let given = try workspace.given(exercise)
    #expect(given.contains("swift run exercises check \(name)"))
    guard case .mend(let file, _, _) = exercise.task else { return }
    #expect(try given != workspace.original(file))
  }

  @Test(arguments: Exercise.all.map(\.name)) func theAnswerIsInNoHintBeforeTheThird(name: String)
    throws
  {
    let exercise = try #require(course.exercise(called: name))
    #expect(exercise.hints.count == 3)
    let answers = try answers(to: exercise)
    let shown = [exercise.title, exercise.symptom] + (exercise.figure.map { [$0.title] } ?? [])
    for text in shown + exercise.hints.prefix(2) {
      for answer in answers {
        #expect(!squeezed(text).contains(squeezed(answer)), "\(answer) in: \(text)")
      }
    }
  }

  /// What must not be told: the lines that were changed, the words that differ in them, or the answers.
  private func answers(to exercise: Exercise) throws -> [String] {
    switch exercise.task {
    case .answer:
      // An answer of one digit is in any text.
      return try checker.get().answers(to: exercise).map(\.answer).filter { $0.count > 2 }
    case .mend(_, let original, let given):
      let lines = original.split(separator: "\n").filter { !given.contains($0) }.map(String.init)
      let start = original.commonPrefix(with: given).count
      let end = String(original.reversed()).commonPrefix(with: String(given.reversed())).count
      let middle = String(original.dropFirst(start).dropLast(min(end, original.count - start)))
      return (lines + [middle]).filter { squeezed($0).count >= 8 }
    }
  }

  private func squeezed(_ text: String) -> String { text.filter { !$0.isWhitespace && $0 != "`" } }

  /// The file of each exercise imports what the chapters up to its own import, and the module it mends.
  @Test(arguments: course.chapters) func aCheckImportsOnlyWhatWasTaughtSoFar(chapter: Int) throws {
    let taught = try (1...chapter).reduce(into: Set<String>()) { found, number in
      for file in try swiftFiles(in: "Chapters/Chapter\(number)") {
        found.formUnion(try imports(of: file))
      }
    }
    for file in try swiftFiles(in: "Chapters/Exercises/Chapter\(chapter)") {
      let text = try String(contentsOf: file, encoding: .utf8)
      let exercise = try #require(
        course.exercises.first { text.contains("\"\($0.name)\", chapter: \(chapter), .") },
        "\(file.lastPathComponent)")
      var allowed = taught.union(["Exercising"])
      if case .mend(let original, _, _) = exercise.task {
        let module = original.split(separator: "/")[1]
        #expect(module != "Kernels" || text.contains("import Kernels"))
        if module == "Kernels" { allowed.insert("Kernels") }
      }
      #expect(try imports(of: file).subtracting(allowed) == [], "\(file.lastPathComponent)")
    }
  }

  private func swiftFiles(in folder: String) throws -> [URL] {
    let place = root.appending(path: folder)
    return try FileManager.default.subpathsOfDirectory(atPath: place.path)
      .filter { $0.hasSuffix(".swift") }.map { place.appending(path: $0) }
  }

  private func imports(of file: URL) throws -> Set<String> {
    let text = try String(contentsOf: file, encoding: .utf8)
    return Set(text.matches(of: #/(?m)^import (\w+)$/#).map { String($0.1) })
  }
}
