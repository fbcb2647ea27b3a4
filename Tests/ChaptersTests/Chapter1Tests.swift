import Autograd
import Chapter1Net
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
        "it stops at 2.241", "there are 2¹⁰ paths", "steps to a thousandth",
        "no norm: the factor per layer", "relu, residual: test accuracy", "residual 22",
        "not computed in this run: OMP_NUM_THREADS=1",
        "recorded: a rate of 0.01 is no cure", "Predict, then run", "0 failed",
      ] {
        #expect((result.output + result.errors).contains(words), "\(words)")
      }
      for figure in ["gradients", "losses", "depths-gradients", "depths-losses"] {
        let file = folder.appending(path: "drawn-digits-\(figure).svg")
        #expect(FileManager.default.fileExists(atPath: file.path), "\(figure)")
      }
      for figure in ["paths", "first-weights", "norms-growth", "fifteen-losses", "fifteen-ratios"] {
        let names = ["\(figure).svg", "drawn-digits-\(figure).svg"]
        let isThere = names.contains {
          FileManager.default.fileExists(atPath: folder.appending(path: $0).path)
        }
        #expect(isThere, "\(figure)")
      }
      let lines = try String(contentsOf: log, encoding: .utf8).split(separator: "\n")
      #expect(lines.first?.hasPrefix(#"{"record":{"command":"swift run chapter1 --quick"#) == true)
      #expect(lines.dropFirst().first?.hasPrefix(#"{"gradients":{"#) == true)
      #expect(lines.last?.hasPrefix(#"{"depth":{"#) == true)
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

  /// What the chapter shows as recorded: every net from every seed, for 15 epochs.
  @Test func theRecordOfTheDepthsIsWhole() throws {
    struct Line: Decodable {
      struct Depth: Decodable {
        struct Result: Decodable { let epochs: [[String: Double]] }
        let model: String
        let seed: Int
        let result: Result
      }
      let depth: Depth?
      let record: [String: String]?
    }
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Chapters/Chapter1/full.jsonl")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
    #expect(lines[0].record?["command"]?.hasSuffix("chapter1 --full --log full.jsonl") == true)
    let depths = lines.compactMap(\.depth)
    for model in ["plain 10", "residual 10", "plain 54", "residual 54"] {
      #expect(depths.filter { $0.model == model }.map(\.seed) == [1, 2, 3, 4, 5], "\(model)")
    }
    for model in ["plain 10, rate 0.01", "plain 54, rate 0.01"] {
      #expect(depths.filter { $0.model == model }.map(\.seed) == [1, 2, 3], "\(model)")
    }
    #expect(depths.allSatisfy { $0.result.epochs.count == 15 })
    #expect(depths.allSatisfy { $0.result.epochs.allSatisfy { $0["ratio"]! > 0 } })
  }

  @Test func theNormOfTinyNumbersIsNotZero() {
    #expect(abs(norm(Tensor([3e-25, -4e-25], shape: [2])) / 5e-25 - 1) < 1e-6)
    #expect(norm(.zeros([3])) == 0)
  }
}
