import Chapter4Net
import Foundation
import TestSupport
import Testing

/// Chapter 4 from outside: what it prints, and the status it ends with.
@Suite(.serialized) struct Chapter4Tests {
  @Test func itTellsItsStoryAndAllChecksHold() throws {
    try inTemporaryFolder { folder in
      let chapter4 = Program(name: "chapter4")
      let net = folder.appending(path: "net.safetensors")
      let result = try chapter4.run(
        ["--quick", "--dataset", "drawn", "--save", net.path], in: folder)
      #expect(result.status == 0, "\(result.output)\(result.errors)")
      for words in [
        "1: BatchNorm2D(64)", "2: ReLU()", "all ten layers are the notebook's",
        "ResNet-18 has eighteen layers", "152 layers in both variants",
        "no layer is a dropout", "the library's Adam and the lines above",
        "in evaluation mode an image's scores do not", "epoch 1:", "0 failed",
      ] {
        #expect(result.output.contains(words), "\(words)")
      }
      for figure in ["clothes", "accuracy", "mistakes", "confusion"] {
        let file = folder.appending(path: "drawn-digits-\(figure).svg")
        #expect(FileManager.default.fileExists(atPath: file.path), "\(figure)")
      }

      let again = try chapter4.run(
        ["--quick", "--dataset", "drawn", "--load", net.path], in: folder)
      #expect(again.status == 0, "\(again.errors)")
      func mistakes(_ result: Program.Result) -> Substring? {
        result.output.split(separator: "\n").first { $0.contains("are wrong; ten of them") }
      }
      #expect(mistakes(again) == mistakes(result))
    }
  }
}
