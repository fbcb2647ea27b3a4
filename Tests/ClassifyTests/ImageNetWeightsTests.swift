import Autograd
import Chapter4Net
import Foundation
import Layers
import Safetensors
import TestSupport
import Testing
import Training

@testable import Classify

@Suite struct ImageNetWeightsTests {
  @Test(
    arguments: [
      ("resnet50.safetensors", [:], nil),
      ("resnet50-11ad3fa6.safetensors", [:], .second),
      ("resnet101-cd907fc2.safetensors", [:], .second),
      ("resnet152-f82ba261.safetensors", [:], .second),
      ("resnet50-0676ba61.safetensors", [:], .first),
      ("ResNet50_IMAGENET1K_V2.safetensors", [:], .second),
      ("resnet50.tv_in1k.safetensors", [:], .first),
      ("resnet50.tv2_in1k.safetensors", [:], .second),
      ("net.safetensors", ["weights": "ResNet50_Weights.IMAGENET1K_V2"], .second),
      ("net.safetensors", ["format": "pt", "a": "imagenet1k_v1"], .first),
      // One place says this, another that.
      ("resnet50-0676ba61.safetensors", ["weights": "IMAGENET1K_V2"], nil),
    ] as [(String, [String: String], ImageNetWeights?)])
  func theSetIsToldByTheNameOrTheMetadata(
    name: String, metadata: [String: String], set: ImageNetWeights?
  ) {
    #expect(ImageNetWeights(name: name, metadata: metadata) == set)
  }

  /// How pictures are prepared for a net in a file of this name.
  private func preparation(
    _ depth: Depth, channels: Int = 3, in name: String, of own: Preparation? = nil,
    resize: Int? = nil
  ) throws -> (side: Int, remark: String?) {
    var random = Random(seed: 1)
    let net = TorchvisionResNet(
      depth, inChannels: channels, classes: 1, using: &random)
    return try inTemporaryFolder { folder in
      let file = folder.appending(path: name)
      try Checkpoint.write(net, preparation: own, to: file)
      let checkpoint = try Checkpoint(file)
      let recognized = try RecognizedNet(TensorShapes(checkpoint.shapes, file: file.path))
      let chosen = try recognized.preparation(in: checkpoint, file, shorterSide: resize)
      return (
        chosen.preparation.shorterSide, chosen.remark?.replacing(file.path, with: "FILE")
      )
    }
  }

  private let begin =
    "torchvision has two sets of weights for such a net: for IMAGENET1K_V1 the shorter side of a "
    + "picture is made 256 pixels, for IMAGENET1K_V2 232. "

  @Test func ofTwoSetsItIsSaidWhichWasTaken() throws {
    let unknown = try preparation(.layers50, in: "net.safetensors")
    #expect(unknown.side == 256)
    #expect(
      unknown.remark
        == begin
        + "Neither the name nor the metadata of FILE says which it holds, so 256 was taken; "
        + "--resize 232 chooses the other.")
    let newer = try preparation(.layers50, in: "resnet50-11ad3fa6.safetensors")
    #expect(newer.side == 232)
    #expect(
      newer.remark
        == begin + "The name or the metadata of FILE says IMAGENET1K_V2, so 232 was taken; "
        + "--resize 256 chooses the other.")
  }

  @Test func whatIsChosenNeedsNoRemark() throws {
    let chosen = try preparation(.layers50, in: "net.safetensors", resize: 232)
    #expect(chosen.side == 232 && chosen.remark == nil)
    let own = Preparation(
      shorterSide: 250, side: 224, mean: [0, 0, 0], deviation: [1, 1, 1])
    let said = try preparation(.layers50, in: "net.safetensors", of: own)
    #expect(said.side == 250 && said.remark == nil)
  }

  @Test func otherNetsHaveOneSet() throws {
    let small = try preparation(.layers18, in: "resnet18-11ad3fa6.safetensors")
    #expect(small.side == 256 && small.remark == nil)
    let gray = try preparation(.layers50, channels: 1, in: "net.safetensors")
    #expect(gray.side == 224 && gray.remark == nil)
  }
}
