import Autograd
import Chapter4Net
import Layers
import Testing

@Suite struct ResNetTests {
  @Test func aStageHalvesWhereItWidens() {
    var random = Random(seed: 1)
    let x = Tensor.ones([2, 8, 9, 12])
    #expect(stage(from: 8, to: 8, blocks: 3, using: &random)(x).shape == [2, 8, 9, 12])
    #expect(stage(from: 8, to: 24, blocks: 1, using: &random)(x).shape == [2, 24, 5, 6])
  }

  @Test func aStageNeedsABlock() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = Random(seed: 1)
      _ = stage(from: 8, to: 8, blocks: 0, using: &random)
    }
    let words = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(words.contains("stage: blocks is 0, but must be at least 1"))
  }

  @Test(arguments: Depth.allCases) func bothVariantsGiveAScoreForEachClass(depth: Depth) {
    guard depth.rawValue <= 50 else { return }
    var random = Random(seed: 1)
    let x = Tensor.ones([2, 3, 33, 32])
    #expect(ResNet(depth, inChannels: 3, classes: 7, using: &random)(x).shape == [2, 7])
    #expect(TorchvisionResNet(depth, classes: 7, using: &random)(x).shape == [2, 7])
  }

  @Test func parametersHaveTheNamesOfTheNotebook() {
    var random = Random(seed: 1)
    let names = ResNet(using: &random).namedParameters.map(\.name)
    #expect(names.prefix(4) == ["0.weight", "0.bias", "1.weight", "1.bias"])
    #expect(names.contains("resnet_block2.0.conv3.bias"))
    #expect(!names.contains { $0.hasPrefix("resnet_block1.0.conv3") })
    #expect(names.suffix(2) == ["fc.1.weight", "fc.1.bias"])
  }

  /// `len(torchvision.models.resnet50().state_dict())` is 320, of which 161 are parameters.
  @Test func entriesHaveTheNamesOfTorchvision() {
    var random = Random(seed: 1)
    let net = TorchvisionResNet(.layers50, using: &random)
    let names = net.state.map(\.name)
    #expect(names.count == 320 && net.namedParameters.count == 161)
    for name in [
      "conv1.weight", "bn1.running_mean", "bn1.num_batches_tracked", "layer1.0.downsample.0.weight",
      "layer1.0.downsample.1.running_var", "layer4.2.conv3.weight", "fc.bias",
    ] {
      #expect(names.contains(name), "\(name)")
    }
  }

  @Test func theNotebooksNormsAllLearn() {
    var random = Random(seed: 1)
    let net = ResNet(using: &random)
    let loss = crossEntropy(net(.uniform([2, 1, 32, 32], using: &random).on(Tape())), [3, 7])
    let gradients = loss.backward()
    for (name, parameter) in net.namedParameters {
      #expect(gradients[parameter]?.shape == parameter.value.shape, "\(name)")
    }
  }
}
