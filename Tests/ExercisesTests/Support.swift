import Foundation
import Testing

@testable import ExerciseCatalog
@testable import Exercising

/// The top level of this package.
let root = URL(filePath: #filePath).appending(path: "../../..").standardized

let course = Course(Exercise.all)
let workspace = Workspace(course, root: root)

/// A checker whose objects and programs are in a folder that lasts as long as the tests.
///
/// The original's program is the one that `swift run exercises` keeps.
let checker = Result { try Checker(plan.get(), in: checks) }

/// How the package was built.
let plan = Result {
  let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
  let beside = program.deletingLastPathComponent()
  let list = beside.appending(path: "exercises.product/Objects.LinkFileList")
  let isThere = FileManager.default.fileExists(atPath: list.path)
  let products = isThere ? beside : root.appending(path: ".build/debug").resolvingSymlinksInPath()
  return try BuildPlan(root: root, products: products)
}

let checks = root.appending(path: ".build/exercises-tested")

/// Checks a text as the learner's file of an exercise.
func verdict(
  on exercise: Exercise, _ text: String, seed: UInt64 = 1, by other: Checker? = nil
) throws -> Checker.Verdict {
  let folder = checks.appending(path: "learner-\(UUID())")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let file = folder.appending(path: workspace.copy(of: exercise).lastPathComponent)
  try Data(text.utf8).write(to: file)
  return try (other ?? checker.get()).check(exercise, file, seed: seed)
}

extension Checker.Verdict {
  /// The sentence of a failure.
  var sentence: String? {
    switch self {
    case .failed(let sentence, _): sentence
    case .passed, .doesNotCompile: nil
    }
  }
}
