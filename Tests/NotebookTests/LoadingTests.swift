import ArgumentParser
import Autograd
import Foundation
import Layers
import Optimizers
import Safetensors
import TestSupport
import Testing
import Training

@testable import Notebook

/// What `--load` says of files of other nets.
@Suite struct LoadingTests {
  private struct Command: ParsableCommand {
    @OptionGroup var options: ChapterOptions
  }

  /// What is said when a file with one tensor of this name is loaded into a linear layer.
  private func sentence(_ name: String) throws -> String {
    var random = Random(seed: 1)
    let net = Linear(2, 2, using: &random)
    let chapter = Chapter(
      4, "Four", abstract: "Four.", next: "", takes: "a minute", checkpoints: true, file: #filePath)
    return try inTemporaryFolder { folder in
      let file = folder.appending(path: "net.safetensors")
      try SafetensorsFile.write([NamedNumbers(name, shape: [1], .floats([1]))], to: file)
      let options = try Chapter.$current.withValue(chapter) {
        try Command.parse(["--load", file.path]).options
      }
      do {
        _ = try Checkpoints(options).resume(net, SGD(net.parameters, learningRate: 0.1), [:])
        return "loaded"
      } catch { return "\(error)".replacing(file.path, with: "FILE") }
    }
  }

  @Test(arguments: ["", "module."]) func namesOfTorchvisionAreSaidToBeClassifys(prefix: String)
    throws
  {
    let sentence = try sentence(prefix + "layer1.0.conv1.weight")
    #expect(sentence.hasPrefix("FILE cannot be loaded"))
    #expect(
      sentence.hasSuffix(
        ". Its names are those of torchvision's ResNets, which `swift run classify` reads"))
  }

  @Test func namesOfOtherChaptersAreSaidToBeTheirs() throws {
    let sentence = try sentence("rblock1.conv1.weight")
    #expect(sentence.hasSuffix("those of chapter 2's net, which `swift run classify` reads"))
  }

  @Test func namesThatNobodyKnowsAreNobodys() throws {
    let sentence = try sentence("other.weight")
    #expect(sentence.hasSuffix(#"it has, unexpectedly, "other.weight" [1]"#))
  }
}
