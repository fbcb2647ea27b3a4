import Foundation
import Sentences

/// What the original and the changed file of an exercise tell, on the same seed: the numbers of its symptom.
package struct Symptom {
  /// What each told, in the same order.
  package let original, changed: [Told]

  /// Whether the original tells something under a name.
  package func tells(_ name: String) -> Bool { original.contains { $0.name == name } }

  /// The numbers of both under a name.
  package func numbers(_ name: String) throws -> (original: [Double], changed: [Double]) {
    func numbers(_ told: [Told]) throws -> [Double] {
      guard case .numbers(let numbers)? = told.first(where: { $0.name == name })?.value else {
        throw SentenceError("“\(name)” is not told, or is not numbers")
      }
      return numbers
    }
    return try (numbers(original), numbers(changed))
  }
}

extension Checker {
  /// Measures the symptom of an exercise in which a file is mended.
  ///
  /// - Parameters:
  ///   - changed: the file as a learner is given it.
  ///   - part: what is run: the probe of its checks, or the training, which takes longer.
  package func symptom(
    of exercise: Exercise, _ changed: String, from part: Exercise.Part = .probe
  ) throws -> Symptom {
    guard case .mend(let file, _, _) = exercise.task else {
      throw SentenceError("\(exercise.name) has no file that is changed")
    }
    let place = folder.appending(path: "symptom-\(UInt64.random(in: 0 ... .max))")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    let edited = place.appending(path: URL(filePath: file).lastPathComponent)
    try Data(changed.utf8).write(to: edited)
    let compiling = Compiling(plan: plan, folder: place)
    let module = try plan.module(of: file)
    let object = try compiling.object(of: edited, for: file, in: module)
    let program = try compiling.program(with: object, for: file, in: module)
    let original = try original { _ in }
    let told = try [original, program].map { program in
      try Trial(
        program, of: exercise.called(part), seed: 1, supervisor: original, in: place, seconds: 600
      ).result.get()
    }
    return Symptom(original: told[0], changed: told[1])
  }
}
