import Foundation
import Plots
import Sentences
import Testing

@testable import Bench

/// The committed figure and the README say what was measured: Tests/Fixtures/Bench/sweep.jsonl.
@Suite struct SweepRecordTests {
  private let package = URL(filePath: #filePath).appending(path: "../../..").standardized
  private let record: (results: SweepResults, date: String)

  init() throws {
    let log = package.appending(path: "Tests/Fixtures/Bench/sweep.jsonl")
    record = try SweepResults.read(Data(contentsOf: log))
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOf: package.appending(path: path), encoding: .utf8)
  }

  @Test func itHasEveryPointWithOneThreadAndWithAll() {
    let (results, _) = record
    #expect(results.threads == [1, results.machine.threads])
    for axis in SweepAxis.allCases {
      for value in axis.values {
        for threads in results.threads {
          #expect(
            results.time(axis, value, threads: threads) != nil, "\(axis) \(value), \(threads)")
        }
      }
    }
  }

  @Test func theCommittedFigureIsDrawnFromIt() throws {
    let wanted = record.results.picture(date: record.date)
    guard (try? text("Figures/Book/sweep.svg")) != wanted.svg() else { return }
    let file = FileManager.default.temporaryDirectory.appending(path: "sweep.svg")
    try wanted.write(to: file)
    Issue.record("Figures/Book/sweep.svg is not what is drawn here; \(file.path) is")
  }

  @Test func theReadmeSaysItsSpeedupAndItsMachine() throws {
    let readme = try text("README.md").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let results = record.results
    let sentences = results.sentences.map { String($0.dropLast()) }
    for sentence in ["(Figures/Book/sweep.svg)", results.machine.sentence] + sentences {
      let isThere = readme.contains(sentence)
      #expect(isThere, "README.md does not say: \(sentence)")
    }
  }
}
