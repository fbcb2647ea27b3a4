import Foundation
import TestSupport
import Testing

/// Chapter 5 from outside: what it prints, and the status it ends with.
@Suite(.serialized) struct Chapter5Tests {
  @Test func itTellsItsStoryAndAllChecksHold() throws {
    try inTemporaryFolder { folder in
      let log = folder.appending(path: "log.jsonl")
      let result = try Program(name: "chapter5").run(
        ["--quick", "--dataset", "drawn", "--log", log.path], in: folder)
      #expect(result.status == 0, "\(result.output)\(result.errors)")
      for words in [
        "all nine layers are the notebook's", "697866", "BN after addition",
        "millions of multiply-adds for 96 × 96", "it ends at the second of three layers",
        "BN after addition, start : end along the",
        "through 54 with convolutions",
        "Recorded on 2026-11-21, not computed in this run: swift run chapter5",
        "loss, recorded", "✓ recorded: conv-BN-ReLU: best test accuracy",
        "checks of the run recorded on 2026-11-21: 25 passed, 0 failed",
      ] {
        #expect(result.output.contains(words), "\(words)")
      }
      for figure in [
        "blocks", "changing-blocks", "ten-epochs", "drawn-digits-hundred-blocks",
        "drawn-digits-cut-paths",
      ] {
        let file = folder.appending(path: "\(figure).svg")
        #expect(FileManager.default.fileExists(atPath: file.path), "\(figure)")
      }
      let lines = try String(contentsOf: log, encoding: .utf8).split(separator: "\n")
      #expect(lines.count { $0.hasPrefix("{\"epoch\":") } == 2)
      #expect(lines.count { $0.hasPrefix("{\"trial\":") } == 8)
    }
  }

  @Test func ctrlCEndsItWithWhatWasLearned() throws {
    try inTemporaryFolder { folder in
      let result = try Program(name: "chapter5").run(
        ["--dataset", "drawn"], in: folder, interruptedAfter: "Both orders")
      #expect(result.status == 130)
      #expect(
        result.output.contains("Stopped by Ctrl-C") || result.errors.contains("Stopped by Ctrl-C"))
    }
  }
}
