import Foundation
import Sentences
import TestSupport
import Testing

@testable import Fuzzing

/// What is found when a child does not survive: here it is a shell that runs a given command.
@Suite struct CampaignTests {
  private func tally(
    _ command: String, cases: Int = 3, patience: Double = 1e9, most: Int = .max
  ) throws -> Tally {
    var result: Tally?
    try inTemporaryFolder { folder in
      let campaign = Campaign(.idx, seed: 1, patience: patience, mostBytes: most) {
        _, numbers, folder in
        // The shell writes down that it is at the first case, as `Record` would.
        let number = (0..<8).map { "\\0\(String(numbers.lowerBound >> (8 * $0) & 255, radix: 8))" }
        let record =
          "printf '%b' '\(number.joined())\\01\\0\\0\\0\\0\\0\\0\\0\\01' | dd of=\(folder)/record conv=notrunc"
        return ["/bin/sh", "-c", "\(record) 2>/dev/null; \(command)"]
      }
      result = try campaign.run(cases, in: folder) { _ in }
    }
    return try #require(result)
  }

  @Test func aCrashIsFoundAndTheCasesBehindItAreRun() throws {
    let tally = try tally("kill -SEGV $$")
    #expect(tally.crashes == 3 && tally.hangs == 0)
    #expect(tally.findings.map(\.number) == [0, 1, 2])
    #expect(tally.findings[0].what == "dies of signal 11")
  }

  @Test func aStatusIsFound() throws {
    #expect(try tally("exit 3", cases: 1).findings.map(\.what) == ["ends with status 3"])
  }

  @Test func aHangIsEnded() throws {
    let tally = try tally("exec sleep 100", cases: 1, patience: 0.2)
    #expect(tally.hangs == 1 && tally.findings.map(\.what) == ["hangs"])
  }

  @Test func whatACaseHasComputedCounts() throws {
    try inTemporaryFolder { folder in
      let record = try Record(folder.appending(path: "record").path)
      let busy = Loader(name: "busy") { _ in
        Specimen(bytes: [])
      } read: { _, _ in
        while record.secondsAtIt(getpid()) < 0.05 {}
      }
      #expect(!record.hasBegun && record.secondsAtIt(getpid()) == 0)
      record.run(Case(busy, seed: 1, number: 7), writingTo: folder.appending(path: "file"))
      #expect(record.number == 7 && record.accepted == 1 && record.refused == 0)
      #expect(record.slowest.number == 7)
    }
  }

  @Test func tooMuchMemoryIsFound() throws {
    let tally = try tally("exit 0", cases: 1, most: 1000)
    #expect(tally.findings.count == 1 && tally.peakBytes > 1000 && tally.crashes == 0)
  }

  @Test func aProgramThatIsNotThereIsSaid() throws {
    let error = #expect(throws: SentenceError.self) { try Child(["/none"]) { _ in false } }
    #expect(error?.description == "/none cannot be started: No such file or directory")
  }
}
