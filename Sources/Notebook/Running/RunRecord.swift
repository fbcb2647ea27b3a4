import Foundation

/// When and by which command a run was made: the first line of its log, and what a recorded result says.
public struct RunRecord: Codable, Equatable, Sendable {
  /// The day, as `2026-11-21`.
  public let date: String
  /// The command: `swift run chapter5 --full --log full.jsonl`.
  public let command: String

  /// This run, beginning now.
  ///
  /// - Parameter arguments: the program's path, and what was given to it.
  init(arguments: [String] = CommandLine.arguments, at date: Date = Date()) {
    self.date = date.formatted(.iso8601.year().month().day())
    let name = arguments.first.map { URL(fileURLWithPath: $0).lastPathComponent } ?? ""
    command = (["swift run", name] + arguments.dropFirst()).joined(separator: " ")
  }
}
