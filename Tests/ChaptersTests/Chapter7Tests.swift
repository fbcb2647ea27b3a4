import Foundation
import TestSupport
import Testing

/// Chapter 7 from outside: what it prints, and the status it ends with.
@Suite(.serialized) struct Chapter7Tests {
  @Test func itTellsItsStoryAndAllChecksHold() throws {
    try inTemporaryFolder { folder in
      let result = try Program(name: "chapter7").run(
        ["--quick", "--dataset", "drawn"], in: folder)
      #expect(result.status == 0, "\(result.output)\(result.errors)")
      for words in [
        "ResNet-50 strikes back", "squeeze-and-excitation", "four layers make 64 channels of 16",
        "intersection over union", "positions apart", "warm-up, steps",
        "doubly stochastic, the gain differs from 1", "streams apart at the end",
        "share of the newest result",
      ] {
        #expect(result.output.contains(words), "\(words)")
      }
      for figure in [
        "blocks", "dense", "unet", "pre-norm", "post-norm", "streams", "drawn-digits-masks",
        "drawn-digits-gains", "drawn-digits-dilution",
      ] {
        let file = folder.appending(path: "\(figure).svg")
        #expect(FileManager.default.fileExists(atPath: file.path), "\(figure)")
      }
    }
  }

  @Test func ctrlCEndsIt() throws {
    try inTemporaryFolder { folder in
      let result = try Program(name: "chapter7").run(
        ["--dataset", "drawn"], in: folder, interruptedAfter: "Trained beside each other")
      #expect(result.status == 130)
      #expect(
        result.output.contains("Stopped by Ctrl-C") || result.errors.contains("Stopped by Ctrl-C"))
    }
  }
}
