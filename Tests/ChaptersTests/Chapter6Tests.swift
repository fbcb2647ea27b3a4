import Foundation
import TestSupport
import Testing

/// Chapter 6 from outside: what it prints, and the status it ends with.
@Suite(.serialized) struct Chapter6Tests {
  @Test func itTellsItsStoryAndAllChecksHold() throws {
    try inTemporaryFolder { folder in
      let log = folder.appending(path: "log.jsonl")
      let result = try Program(name: "chapter6").run(
        ["--quick", "--dataset", "drawn", "--log", log.path], in: folder)
      #expect(result.status == 0, "\(result.output)\(result.errors)")
      for words in [
        "at block 64 with norms", "zero-γ: block(x) is relu(x)", "SkipInit: block(x) is relu(x)",
        "not computed in this run: swift run chapter6", "the block that halves",
        "τ of the reverse order", "the sums over all lengths add up to the",
        "✓ recorded: residual 54: error without a", "behind block",
        "residual, β = 0.1", "plain, σ = 0.7: share of the first quarter", "Predict, then run",
        "checks: 27 passed, 0 failed", "checks of the run recorded on",
      ] {
        #expect(result.output.contains(words), "\(words)")
      }
      for figure in [
        "branch-variance", "blocks", "drawn-digits-deletions", "drawn-digits-orders",
        "drawn-digits-paths", "drawn-digits-readouts", "shattered-plain-24", "straight-and-bent",
      ] {
        let file = folder.appending(path: "\(figure).svg")
        #expect(FileManager.default.fileExists(atPath: file.path), "\(figure)")
      }
      let lines = try String(contentsOf: log, encoding: .utf8).split(separator: "\n")
      #expect(lines.count { $0.hasPrefix(#"{"trained":"#) } == 4)
      #expect(lines.count { $0.hasPrefix(#"{"deletions":"#) } == 2)
    }
  }

  @Test func ctrlCEndsItWithWhatWasLearned() throws {
    try inTemporaryFolder { folder in
      let result = try Program(name: "chapter6").run(
        ["--quick", "--dataset", "drawn", "--epochs", "1000"], in: folder,
        interruptedAfter: "A net to take apart")
      #expect(result.status == 130)
      #expect(
        result.output.contains("Stopped by Ctrl-C") || result.errors.contains("Stopped by Ctrl-C"))
    }
  }
}
