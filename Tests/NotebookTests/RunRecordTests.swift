import Foundation
import Testing

@testable import Notebook

/// The log of a recorded run, as a program carries it with it.
@Suite struct RunRecordTests {
  private struct Line: Decodable, Equatable {
    let loss: Double?
    let seed: Int?
  }

  @Test func aLogHasItsRecordAndItsLines() {
    let log = """
      {"record":{"date":"2026-11-29","command":"swift run chapter1 --full"}}
      {"loss":0.5}
      {"seed":3,"unknown":[1]}

      """
    let (record, lines) = RunRecord.reading(Array(log.utf8), lines: Line.self)
    #expect(record.date == "2026-11-29" && record.command == "swift run chapter1 --full")
    #expect(lines == [Line(loss: 0.5, seed: nil), Line(loss: nil, seed: 3)])
  }

  /// As `JSONLines` writes them.
  @Test func aLossThatBecameNoNumberIsRead() {
    let log = """
      {"record":{"date":"2026-11-29","command":"c"}}
      {"loss":"nan"}
      {"loss":"inf"}
      """
    let losses = RunRecord.reading(Array(log.utf8), lines: Line.self).lines.map { $0.loss! }
    #expect(losses[0].isNaN && losses[1] == .infinity)
  }

  @Test(arguments: ["", "{\"loss\":0.5}", "{\"record\":{\"date\":\"d\",\"command\":\"c\"}}\n{\"lo"])
  func aLogThatCannotBeReadStopsWithASentence(log: String) async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      [log] in
      read(log)
    }
    let words = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(words.contains("a recorded log must begin with {\"record\":…}"))
  }
}

private struct AnyLine: Decodable { let loss: Double? }

private func read(_ log: String) { _ = RunRecord.reading(Array(log.utf8), lines: AnyLine.self) }
