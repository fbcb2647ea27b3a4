import Foundation
import Sentences
import Synchronization

/// Checks what a learner has made of an exercise.
package final class Checker: Sendable {
  package enum Verdict: Equatable, Sendable {
    case passed
    /// The sentence about the first difference, and what the program printed.
    case failed(String, printed: String)
    /// The compiler's sentences.
    case doesNotCompile(String)
  }

  let plan: BuildPlan
  let folder: URL
  private let building = Mutex(())

  /// - Parameter folder: where objects and programs of checks are made.
  package init(_ plan: BuildPlan, in folder: URL) throws {
    (self.plan, self.folder) = (plan, folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// Checks an exercise in which a file is mended.
  ///
  /// - Parameters:
  ///   - edited: the learner's copy.
  ///   - seed: that of all that is random in the check.
  ///   - say: is told what takes long.
  package func check(
    _ exercise: Exercise, _ edited: URL, seed: UInt64 = .random(in: 0 ... .max),
    say: (String) -> Void = { _ in }
  ) throws -> Verdict {
    guard case .mend(let file, _, _) = exercise.task else {
      return try check(exercise, answers: edited, seed: seed, say: say)
    }
    let place = folder.appending(path: "check-\(UInt64.random(in: 0 ... .max))")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    let compiling = Compiling(plan: plan, folder: place)
    let module = try plan.module(of: file)
    let verdict: Verdict
    do {
      let object = try compiling.object(of: edited, for: file, in: module)
      let program = try compiling.program(with: object, for: file, in: module)
      verdict = try judge(exercise, program, seed: seed, in: place, say: say)
    } catch Compiling.Problem.doesNotCompile(let errors) {
      return .doesNotCompile(errors)
    } catch Compiling.Problem.doesNotLink(let sentence) {
      verdict = .failed(sentence, printed: "")
    }
    guard verdict != .passed, compiling.declaresOthers(edited, than: file) else { return verdict }
    // Other files were compiled for the original's declarations, so the verdict may be theirs.
    say("The file declares other things than the original; what depends on it is compiled, too.")
    do {
      let program = try Rebuilding(compiling).program(edited, for: file, in: module, say: say)
      return try judge(exercise, program, seed: seed, in: place, say: say)
    } catch Compiling.Problem.doesNotCompile(let errors) {
      return .doesNotCompile(errors)
    }
  }

  /// Runs the original, then the learner's program, and compares what they tell.
  private func judge(
    _ exercise: Exercise, _ program: URL, seed: UInt64, in place: URL, say: (String) -> Void
  ) throws -> Verdict {
    let original = try original(say: say)
    let (wanted, seconds) = try expected(exercise, original, seed: seed, in: place)
    let trial = try Trial(
      program, of: exercise.name, seed: seed, supervisor: original, in: place,
      seconds: min(60, max(3, 30 * seconds)))
    switch trial.result {
    case .failure(let error): return .failed(error.description, printed: trial.printed)
    case .success(let found):
      return difference(original: wanted, learner: found)
        .map { .failed($0, printed: trial.printed) } ?? .passed
    }
  }

  private func check(
    _ exercise: Exercise, answers file: URL, seed: UInt64, say: (String) -> Void
  ) throws -> Verdict {
    let answers = try AnswerSheet.answers(in: String(contentsOf: file, encoding: .utf8))
    let (wanted, _) = try expected(exercise, original(say: say), seed: seed, in: folder)
    for told in wanted {
      guard let answer = answers[told.name], !answer.isEmpty else {
        return .failed("“\(told.name)” is not answered", printed: "")
      }
      if !AnswerSheet.isRight(answer, told) {
        return .failed("“\(told.name)” is not \(answer)", printed: "")
      }
    }
    return .passed
  }

  /// The answers that the engine computes, by their questions.
  package func answers(to exercise: Exercise) throws -> [(question: String, answer: String)] {
    try told(exercise, seed: 1).map { ($0.name, $0.value.description) }
  }

  /// What the original tells.
  package func told(_ exercise: Exercise, seed: UInt64) throws -> [Told] {
    try expected(exercise, original { _ in }, seed: seed, in: folder).0
  }

  private func expected(
    _ exercise: Exercise, _ original: URL, seed: UInt64, in place: URL
  ) throws -> ([Told], seconds: Double) {
    let trial = try Trial(
      original, of: exercise.name, seed: seed, supervisor: original, in: place, seconds: 60)
    do { return (try trial.result.get(), trial.seconds) } catch {
      throw SentenceError("The check of \(exercise.name) itself has failed: it \(error)")
    }
  }

  /// The program with all files as they are, linked once for each build.
  func original(say: (String) -> Void) throws -> URL {
    try building.withLock { _ in
      let program = folder.appending(path: "original")
      let newest = plan.objects.compactMap(modified).max() ?? .distantFuture
      if let made = modified(program.path), made > newest { return program }
      say("The check is linked, once.")
      let place = folder.appending(path: "original-\(getpid())")
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: place) }
      let linked = try Compiling(plan: plan, folder: place).link(plan.objects, as: "original")
      guard rename(linked.path, program.path) == 0 else {
        throw SentenceError("\(program.path) cannot be replaced")
      }
      return program
    }
  }
}

private func modified(_ path: String) -> Date? {
  (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
}
