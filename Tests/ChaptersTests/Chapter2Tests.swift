import Foundation
import Live
import TestSupport
import Testing

/// Chapter 2 from outside: what it prints, and the status it ends with.
@Suite(.serialized) struct Chapter2Tests {
  let chapter2 = Program(name: "chapter2")

  @Test func itTellsItsStoryAndAllChecksHold() throws {
    try inTemporaryFolder { folder in
      let log = folder.appending(path: "log.jsonl")
      let result = try chapter2.run(
        ["--dataset", "drawn", "--epochs", "1", "--log", log.path], in: folder)
      #expect(result.status == 0, "\(result.errors)")
      for words in [
        "add: a is [64, 16, 12, 12] and b is [64, 16, 10, 10]; a sum needs the same shape twice",
        "rblock1: ResidualBlock(", "conv1: Conv2D(1, 16, kernelSize: 5, stride: 1)",
        "parameters 41514", "layer by layer the notebook's net", "by hand as crossEntropy",
        "with last weights of zero nothing is added", "epoch 1:",
        "cut off, the counts give the percentages", "Predict, then run", "0 failed",
      ] {
        #expect(result.output.contains(words), "\(words)")
      }
      for figure in ["digits", "losses", "errors", "mistakes", "confusion"] {
        let file = folder.appending(path: "drawn-digits-\(figure).svg")
        #expect(FileManager.default.fileExists(atPath: file.path), "\(figure)")
      }
      let lines = try String(contentsOf: log, encoding: .utf8).split(separator: "\n")
      #expect(lines.last?.hasPrefix(#"{"epoch":{"#) == true)
      try expectTheLab(comesTo: Data(lines.last!.utf8))
    }
  }

  /// The lab of this chapter, with its seed and as many pictures, takes the same steps.
  private func expectTheLab(comesTo line: Data) throws {
    struct Line: Decodable {
      struct Epoch: Decodable {
        let loss: Double, batches, correct, trained, tested: Int
      }
      let epoch: Epoch
    }
    let epoch = try JSONDecoder().decode(Line.self, from: line).epoch
    var training = DigitTraining(seed: 1, training: epoch.trained, test: epoch.tested)
    let losses = (1...epoch.batches).map { _ in Double(training.step()) }
    #expect(abs(losses.reduce(0, +) / Double(epoch.batches) - epoch.loss) < 1e-6)
    #expect(training.correct(ofFirst: epoch.tested) == epoch.correct)
  }

  @Test func ctrlCKeepsWhatWasLearned() throws {
    try inTemporaryFolder { folder in
      let result = try chapter2.run(
        ["--dataset", "drawn", "--epochs", "1000"], in: folder, interruptedAfter: "epoch 1:")
      #expect(result.status == 130, "\(result.errors)")
      #expect(result.output.contains("What it still gets wrong"))
      #expect(result.errors.contains("Stopping after this batch."))
    }
  }

  @Test func aStoppedTrainingEndsAsOneThatWasNot() throws {
    try inTemporaryFolder { folder in
      func run(_ options: [String], interruptedAfter words: String? = nil) throws
        -> Program.Result
      {
        let all = ["--dataset", "drawn", "--epochs", "2"] + options
        return try chapter2.run(all, in: folder, interruptedAfter: words)
      }
      let net = folder.appending(path: "net.safetensors").path
      let whole = try run([])
      let stopped = try run(["--save", net], interruptedAfter: "epoch 1:")
      #expect(stopped.status == 130, "\(stopped.errors)")
      let rest = try run(["--load", net, "--save", net])
      let nothing = try run(["--load", net])
      #expect([rest, nothing].map(\.status) == [0, 0], "\(rest.errors)")
      #expect(accuracies(whole).count == 2)
      #expect(accuracies(rest) == Array(accuracies(whole).suffix(1)))
      #expect(accuracies(nothing) == [] && mistakes(nothing) == mistakes(whole))
      let best = folder.appending(path: "net-best.safetensors")
      #expect(FileManager.default.fileExists(atPath: best.path))

      let other = try run(["--batch-size", "16", "--load", net])
      #expect(other.status == 1)
      #expect(other.errors.contains("a training whose batch size was 64; here it is 16"))
    }
  }

  @Test func aCheckpointOfSomethingElseIsRefused() throws {
    try inTemporaryFolder { folder in
      let net = folder.appending(path: "net.safetensors")
      try Data("no net".utf8).write(to: net)
      let wrong = try chapter2.run(["--load", net.path], in: folder)
      #expect(wrong.status == 1 && wrong.errors.contains("is no safetensors file"))
      let nowhere = try chapter2.run(["--save", "/nowhere/at/all/net"], in: folder)
      #expect(nowhere.status == 1)
      #expect(nowhere.errors.contains("/nowhere/at/all/net cannot be written"))
      #expect(!nowhere.output.contains("The digits"))
    }
  }

  @Test(arguments: [
    (["--batch-size", "0"], 64, "--batch-size is 0; it must be at least 1"),
    (["--dataset", "mnits"], 64, "Did you mean mnist?"),
    (["--full"], 64, "--full is not for chapter2, which has no longer run"),
    (["--data-directory", "/nowhere/at/all"], 1, "The data folder /nowhere/at/all does not exist"),
    (["--log", "/nowhere/at/all/log"], 1, "/nowhere/at/all/log cannot be written"),
    (["--figures", "/dev/null/figures", "--dataset", "drawn"], 1, "/dev/null/figures"),
  ])
  func aWrongOptionGetsASentence(arguments: [String], status: Int32, sentence: String) throws {
    try inTemporaryFolder { folder in
      let result = try chapter2.run(arguments, in: folder)
      #expect(result.status == status, "\(result.output)")
      #expect(result.errors.contains(sentence), "\(result.errors)")
    }
  }

  @Test func damagedDataIsNotReplacedInSilence() throws {
    try inTemporaryFolder { folder in
      let mnist = folder.appending(path: "MNIST")
      try FileManager.default.createDirectory(at: mnist, withIntermediateDirectories: true)
      for file in [
        "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte",
        "t10k-labels-idx1-ubyte",
      ] {
        try Data("no numbers at all".utf8).write(to: mnist.appending(path: file))
      }
      let result = try chapter2.run(["--data-directory", folder.path], in: folder)
      #expect(result.status == 1)
      #expect(result.errors.contains("train-images-idx3-ubyte"), "\(result.errors)")
    }
  }
}

/// What was said after each epoch, but for the seconds.
private func accuracies(_ result: Program.Result) -> [String] {
  result.output.split(separator: "\n").filter {
    $0.hasPrefix("epoch ") && $0.contains("test pictures")
  }
  .map { String($0.prefix { $0 != "]" }) }
}

private func mistakes(_ result: Program.Result) -> [Substring] {
  result.output.split(separator: "\n").filter { $0.contains("are wrong; ten of them") }
}
