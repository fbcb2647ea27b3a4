import Files
import Foundation
import Sentences

/// What a learner has done: one file in the folder of the copies, replaced as a whole.
package struct Achievements: Codable, Equatable, Sendable {
  /// When each exercise was passed.
  package private(set) var passed: [String: Date] = [:]
  /// How many hints of each were shown.
  package private(set) var hints: [String: Int] = [:]
  /// Those whose solution was shown before they were passed.
  package private(set) var shown: Set<String> = []

  package init() {}

  /// - Parameter folder: that of the copies.
  package init(in folder: URL) throws {
    let file = Self.file(in: folder)
    guard let data = FileManager.default.contents(atPath: file.path) else { return }
    do { self = try JSONDecoder.withDates.decode(Achievements.self, from: data) } catch {
      throw SentenceError(
        "\(file.path) is not what `exercises` has written; move it away, and check your solutions again"
      )
    }
  }

  package func save(in folder: URL) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    encoder.dateEncodingStrategy = .iso8601
    try makeFolder(folder)
    try replace(Self.file(in: folder), with: encoder.encode(self))
  }

  package mutating func pass(_ exercise: Exercise, at date: Date) {
    if passed[exercise.name] == nil { passed[exercise.name] = date }
  }

  /// Counts one more hint.
  ///
  /// - Returns: how many were shown by now, three at most.
  package mutating func showHint(of exercise: Exercise) -> Int {
    let count = min(exercise.hints.count, (hints[exercise.name] ?? 0) + 1)
    hints[exercise.name] = count
    return count
  }

  package mutating func showSolution(of exercise: Exercise) {
    if !hasPassed(exercise) { shown.insert(exercise.name) }
  }

  package mutating func forget(_ exercise: Exercise) {
    passed[exercise.name] = nil
    hints[exercise.name] = nil
    shown.remove(exercise.name)
  }

  package func hasPassed(_ exercise: Exercise) -> Bool { passed[exercise.name] != nil }

  private static func file(in folder: URL) -> URL { folder.appending(path: "progress.json") }
}

extension JSONDecoder {
  fileprivate static var withDates: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    return decoder
  }
}
