import Foundation
import Sentences

/// One run of a program of a check, watched by the original's program.
struct Trial {
  /// What it told, or the sentence about how it ended.
  let result: Result<[Told], SentenceError>
  let seconds: Double
  /// The first lines of what it printed.
  let printed: String

  /// - Parameters:
  ///   - program: the original's or the learner's.
  ///   - supervisor: the original's.
  ///   - seconds: how long it may take.
  init(
    _ program: URL, of exercise: String, seed: UInt64, supervisor: URL, in folder: URL,
    seconds: Double
  ) throws {
    let place = folder.appending(path: "run-\(UInt64.random(in: 0 ... .max))")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    let start = Date()
    let run = try ToolRun(
      supervisor.path,
      ["supervise", "\(seconds)", "3072", "\(seed)", place.path, program.path, exercise],
      in: folder, seconds: seconds + 120, errors: false)
    self.seconds = Date().timeIntervalSince(start)
    let file = try? FileHandle(forReadingFrom: place.appending(path: "printed.txt"))
    let bytes = (try? file?.read(upToCount: 4_000)) ?? Data()
    try? file?.close()
    printed = String(decoding: bytes, as: UTF8.self)
    let lines = run.output.split(separator: "\n").map(String.init)
    switch lines.first {
    case "answered":
      let told = lines.dropFirst().map { Told(line: $0) }
      result =
        told.contains(nil)
        ? .failure(SentenceError("answers in lines that no probe writes"))
        : .success(told.compactMap { $0 })
    case "failed":
      let sentence = Self.sentence(printed) ?? lines.dropFirst().joined(separator: " ")
      result = .failure(SentenceError(sentence))
    default: result = .failure(SentenceError("the check itself was ended"))
    }
  }

  /// The engine's or Swift's own sentence, if it stopped the program with one.
  private static func sentence(_ printed: String) -> String? {
    printed.split(separator: "\n").compactMap { line in
      line.firstMatch(of: #/Fatal error: (.+)/#).map { String($0.1) }
    }.last
  }
}
