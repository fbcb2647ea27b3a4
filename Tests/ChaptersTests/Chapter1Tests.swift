import Foundation
import TestSupport
import Testing

/// Chapter 1 from outside: what it prints, and the status it ends with.
@Suite(.serialized) struct Chapter1Tests {
  let chapter1 = Program(name: "chapter1")

  @Test func itTellsItsStoryAndAllChecksHold() throws {
    try inTemporaryFolder { folder in
      let log = folder.appending(path: "log.jsonl")
      // Large batches make the last part short; it has no bounds on drawn digits.
      let result = try chapter1.run(
        ["--quick", "--dataset", "drawn", "--batch-size", "1000", "--log", log.path], in: folder)
      #expect(result.status == 0, "\(result.output)\(result.errors)")
      for words in [
        "line 1: multiply [3], from [0, 0]", "after a hundred sigmoids the tape gives 0",
        "relu, residual: test accuracy", "residual 22", "0 failed",
      ] {
        #expect(result.output.contains(words), "\(words)")
      }
      for figure in ["gradients", "losses", "depths-gradients", "depths-losses"] {
        let file = folder.appending(path: "drawn-digits-\(figure).svg")
        #expect(FileManager.default.fileExists(atPath: file.path), "\(figure)")
      }
      let lines = try String(contentsOf: log, encoding: .utf8).split(separator: "\n")
      #expect(lines.first?.hasPrefix(#"{"record":{"command":"swift run chapter1 --quick"#) == true)
      #expect(lines.dropFirst().first?.hasPrefix(#"{"gradients":{"#) == true)
      #expect(lines.last?.hasPrefix(#"{"run":{"#) == true)
    }
  }

  @Test func ctrlCShowsWhatWasTrained() throws {
    try inTemporaryFolder { folder in
      let result = try chapter1.run(
        ["--dataset", "drawn", "--epochs", "1000"], in: folder, interruptedAfter: "Trained")
      #expect(result.status == 130, "\(result.errors)")
      #expect(result.output.contains("Stopped by Ctrl-C"))
    }
  }
}
