import Foundation
import TestSupport
import Testing

@testable import Weaving

/// The net of a chapter that was woven, kept for its lab.
@Suite struct KeptWeightsTests {
  @Test func onlyAChapterWithSuchALabSavesItsNet() throws {
    try inTemporaryFolder { folder in
      let kept = KeptWeights(repository: Repository(root: folder))
      #expect(try kept.options(for: 3) == [])
      #expect(
        try kept.options(for: 2)
          == ["--save", folder.path + "/.build/woven/weights/chapter2-new.safetensors"])
      try kept.keep(3)
      #expect(kept.script(for: "gradient-norms") == nil)
    }
  }

  @Test func theBestNetReplacesTheOneBeforeWhenItsPageIsPublished() throws {
    try inTemporaryFolder { folder in
      let kept = KeptWeights(repository: Repository(root: folder))
      for net in ["first", "second"] {
        let file = URL(filePath: try kept.options(for: 2)[1])
        try Data("the last of \(net)".utf8).write(to: file)
        let best = file.deletingLastPathComponent().appending(
          path: "chapter2-new-best.safetensors")
        try Data(net.utf8).write(to: best)
        if net == "first" { #expect(kept.script(for: "digits") == nil) }
        try kept.keep(2)
        #expect(kept.script(for: "digits") == "live/chapter2-weights.js")
        let inBase64 = Data(net.utf8).base64EncodedString()
        #expect(try kept.text(for: "digits") == "var liveWeights = \"\(inBase64)\";\n")
      }
      let left = try FileManager.default.contentsOfDirectory(
        atPath: folder.path + "/.build/woven/weights")
      #expect(left == ["chapter2.safetensors"])
    }
  }
}
