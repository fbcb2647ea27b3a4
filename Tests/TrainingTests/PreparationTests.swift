import Foundation
import Safetensors
import Sentences
import TestSupport
import Testing

@testable import Training

@Suite struct PreparationTests {
  @Test func itIsKeptWithTheNet() throws {
    let preparation = Preparation(
      shorterSide: 256, side: 224, mean: [0.485, 0.456, 0.406], deviation: [0.229, 0.224, 0.225],
      classNames: ["cat", "dog"])
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "net.safetensors")
      try Checkpoint.write(NormedNet(seed: 1), preparation: preparation, to: file)
      #expect(try Checkpoint(file).preparation == preparation)
      try Checkpoint.write(NormedNet(seed: 1), to: file)
      #expect(try Checkpoint(file).preparation == nil)
    }
  }

  @Test(
    arguments: [
      (256, 257, [0], [1], "257 pixels each way, from a shorter side of 256"),
      (1 << 40, 8, [0], [1], "8 pixels each way, from a shorter side of 1099511627776"),
      (8, 8, [0, 0], [1, 1], "2 means and 2 deviations"),
      (8, 8, [0, 0, 0], [1], "3 means and 1 deviations"),
      (8, 8, [0], [0], "a mean of [0.0] and a deviation of [0.0]"),
      (8, 8, [.nan], [1], "a mean of [nan] and a deviation of [1.0]"),
    ] as [(Int, Int, [Float], [Float], String)])
  func whatCannotBeDoneIsRefused(
    shorterSide: Int, side: Int, mean: [Float], deviation: [Float], flaw: String
  ) throws {
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "net.safetensors")
      let impossible = Preparation(
        shorterSide: shorterSide, side: side, mean: mean, deviation: deviation)
      try Checkpoint.write(NormedNet(seed: 1), preparation: impossible, to: file)
      let error = #expect(throws: SentenceError.self) { try Checkpoint(file) }
      #expect(
        error?.description == "\(file.path) describes pictures that no net can be shown: \(flaw)")
    }
  }
}
