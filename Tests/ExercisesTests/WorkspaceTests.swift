import Foundation
import TestSupport
import Testing

@testable import ExerciseCatalog
@testable import Exercising

/// The learner's folder: copies, answers and progress.
@Suite struct WorkspaceTests {
  @Test func progressOutlivesTheProgram() throws {
    try inTemporaryFolder { folder in
      var progress = try Achievements(in: folder)
      #expect(progress == Achievements())
      progress.pass(.block, at: Date(timeIntervalSince1970: 1_700_000_000))
      #expect(progress.showHint(of: .reluGradient) == 1)
      progress.showSolution(of: .reluGradient)
      try progress.save(in: folder)
      #expect(try Achievements(in: folder) == progress)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["progress.json"])
    }
  }

  @Test func thereAreThreeHints() {
    var progress = Achievements()
    #expect((1...4).map { _ in progress.showHint(of: .block) } == [1, 2, 3, 3])
  }

  @Test func aDamagedProgressFileIsNotOverwritten() throws {
    try inTemporaryFolder { folder in
      try Data("{".utf8).write(to: folder.appending(path: "progress.json"))
      #expect(throws: (any Error).self) { try Achievements(in: folder) }
    }
  }

  @Test func aCopyHasTheOriginalsNameAndTheSymptomAboveIt() throws {
    let file = workspace.copy(of: .block)
    #expect(file.path.hasSuffix("/Exercises/2.2-block/ResidualBlock.swift"))
    let lines = try workspace.given(.block).split(separator: "\n")
    #expect(lines[0] == "// Exercise 2.2, write it: The residual block")
    #expect(
      lines.filter { $0.hasPrefix("// ") && !$0.hasPrefix("//   ") }.allSatisfy { $0.count <= 100 })
  }

  @Test func anExerciseIsFoundByNameAndByNumber() {
    #expect(course.exercise(called: "block")?.name == "block")
    #expect(course.exercise(called: "Block")?.name == "block")
    #expect(course.exercise(called: "2.2")?.name == "block")
    #expect(course.exercise(called: "2.99") == nil)
  }

  @Test func withoutABuildASentenceSaysHowToMakeOne() throws {
    try inTemporaryFolder { folder in
      let error = #expect(throws: (any Error).self) {
        try BuildPlan(root: root, products: folder.appending(path: "a/b/debug"))
      }
      #expect("\(error!)".contains("swift build --product exercises"))
    }
  }
}
