import Foundation
import Sentences

/// When and by which command a run was made: the first line of its log, and what a recorded result says.
public struct RunRecord: Codable, Equatable, Sendable {
  /// The day, as `2026-11-21`.
  public let date: String
  /// The command: `swift run chapter5 --full --log full.jsonl`.
  public let command: String

  /// This run, beginning now.
  ///
  /// Of a path that begins at the root only the last part is kept: the folders before it are this machine's.
  ///
  /// - Parameter arguments: the program's path, and what was given to it.
  package init(arguments: [String] = CommandLine.arguments, at date: Date = Date()) {
    self.date = date.formatted(.iso8601.year().month().day())
    func anywhere(_ argument: String) -> String {
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let last = parts.last.map(String.init) ?? ""
      guard last.hasPrefix("/") else { return argument }
      return argument.dropLast(last.count) + URL(fileURLWithPath: last).lastPathComponent
    }
    let name = arguments.first.map { URL(fileURLWithPath: $0).lastPathComponent } ?? ""
    command = (["swift run", name] + arguments.dropFirst().map(anywhere)).joined(separator: " ")
  }
}

/// The first line of a log.
private struct FirstLine: Decodable { let record: RunRecord }

extension RunRecord {
  /// Reads a log that a program carries with it: this record in the first line, then a JSON object in each.
  ///
  /// - Parameter lines: what a line is decoded as; its properties are optional, one for each kind of line.
  /// - Returns: the record and the other lines, in order. A log that cannot be read stops the program.
  public static func reading<Line: Decodable>(_ log: [UInt8], lines: Line.Type) -> (
    record: RunRecord, lines: [Line]
  ) {
    let texts = log.split(separator: UInt8(ascii: "\n")).map { Data($0) }
    let decoder = JSONDecoder()
    // As `JSONLines` writes a loss that became infinite or NaN.
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    do {
      guard let first = texts.first else { throw SentenceError("it is empty") }
      return (
        try JSONDecoder().decode(FirstLine.self, from: first).record,
        try texts.dropFirst().map { try decoder.decode(Line.self, from: $0) }
      )
    } catch {
      stop(
        "a recorded log must begin with {\"record\":…}, which says when and how it was made, and have a "
          + "JSON object in each line; this one has not: \(error)")
    }
  }

  /// A note that the numbers below are recorded: when, and by which command.
  public func show() { note("Recorded on \(date), not computed in this run: \(command)") }
}
