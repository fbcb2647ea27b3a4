import Autograd
import Chapter2Net
import Chapter4Net
import Chapter5Net
import Foundation
import Layers
import Testing
import Training

@testable import Classify

/// A net to be recognized, and as what.
struct Sample: Sendable, CustomTestStringConvertible {
  let title: String
  let input: [Int]
  let classes: Int
  let make: @Sendable (inout Random) -> any Layer

  var testDescription: String { title }

  static let all = [
    Sample(title: "chapter 2's net", input: [1, 1, 28, 28], classes: 10) { Net(using: &$0) },
    Sample(title: "chapter 4's ResNet-18", input: [1, 1, 96, 96], classes: 10) {
      ResNet(using: &$0)
    },
    Sample(title: "chapter 4's ResNet-50", input: [1, 3, 96, 96], classes: 7) {
      ResNet(.layers50, inChannels: 3, classes: 7, using: &$0)
    },
    Sample(title: "torchvision's ResNet-34", input: [1, 1, 224, 224], classes: 3) {
      TorchvisionResNet(.layers34, inChannels: 1, classes: 3, using: &$0)
    },
    Sample(title: "torchvision's ResNet-50", input: [1, 3, 224, 224], classes: 1) {
      TorchvisionResNet(.layers50, classes: 1, using: &$0)
    },
    Sample(title: "chapter 5's net, BN-ReLU-conv", input: [1, 1, 96, 96], classes: 10) {
      ThreeStageResNet(.normFirst, endsWithNorm: true, using: &$0)
    },
    Sample(title: "chapter 5's net, conv-BN-ReLU", input: [1, 1, 96, 96], classes: 10) {
      ThreeStageResNet(.convFirst, using: &$0)
    },
  ]
}

@Suite struct RecognizedNetTests {
  @Test(arguments: Sample.all) func aNetIsRecognizedByItsNamesAndShapes(sample: Sample) throws {
    var random = Random(seed: 5)
    let net = sample.make(&random)
    let shapes = net.state.map { ($0.name, $0.value.shape) }
    let found = try RecognizedNet(TensorShapes(shapes, file: "FILE"))
    #expect(found.title == sample.title && found.classes == sample.classes)
    #expect([1, found.channels, found.usual.side, found.usual.side] == sample.input)
    try found.net.load(net.state)
    let image = Tensor.uniform([1, sample.input[1], 28, 28], using: &random)
    #expect(found.net(image).scalars == net(image).scalars)
  }

  @Test(
    arguments: [
      (
        [("weight", [2, 3]), ("b\u{1B}", [1])],
        #"FILE holds no net known here: it has "weight", "b\u{1B}". Known are torchvision's "#
          + "ResNet-18, 34, 50, 101 and 152, the net of chapter 2, those of chapter 4, "
          + "and that of chapter 5"
      ),
      (
        [],
        "FILE holds no net known here: it has no tensors. Known are torchvision's ResNet-18, 34, 50, "
          + "101 and 152, the net of chapter 2, those of chapter 4, and that of "
          + "chapter 5"
      ),
      (
        [("layer1.0.conv1.weight", []), ("layer1.1.conv1.weight", []), ("layer2.0.a", [])],
        "FILE holds a net with torchvision's names and 2, 1, 0, 0 blocks of 2 convolutions; "
          + "known are ResNet-18, 34, 50, 101 and 152"
      ),
    ] as [([(String, [Int])], String)])
  func otherNetsGetASentence(shapes: [(String, [Int])], wanted: String) {
    #expect(
      sentence { _ = try RecognizedNet(TensorShapes(shapes, file: "FILE")) } == wanted)
  }

  /// The names of kuangliu/pytorch-cifar, which are torchvision's but for the last layer and the shortcuts.
  @Test(arguments: [
    ("linear.", "FILE lacks fc.weight; it has linear.weight [10, 512]"),
    ("fc.1.", "FILE lacks fc.weight; it has fc.1.weight [10, 512]"),
    ("fc.a\u{1B}.", #"FILE lacks fc.weight; it has fc.a\u{1B}.weight [10, 512]"#),
  ])
  func aMissingTensorIsMissing(last: String, wanted: String) {
    var random = Random(seed: 5)
    let shapes = TorchvisionResNet(classes: 10, using: &random).state.map {
      ($0.name.replacing("fc.", with: last), $0.value.shape)
    }
    #expect(
      sentence { _ = try RecognizedNet(TensorShapes(shapes, file: "FILE")) } == wanted)
  }

  @Test func theFirstConvolutionMayBeMissing() {
    var random = Random(seed: 5)
    let shapes = TorchvisionResNet(classes: 10, using: &random).state.map {
      ($0.name, $0.value.shape)
    }
    #expect(
      sentence {
        _ = try RecognizedNet(TensorShapes(Array(shapes.dropFirst()), file: "FILE"))
      }
        == "FILE lacks conv1.weight; it has layer1.0.conv1.weight [64, 64, 3, 3], "
        + "layer1.0.conv2.weight [64, 64, 3, 3], layer1.1.conv1.weight [64, 64, 3, 3] and 16 more")
  }

  @Test func thePrefixesAreInTheSentence() {
    let shapes = ["conv1.weight", "layer1.0.conv1.weight", "fc.weight"].map { ($0, [1]) }
    #expect(
      sentence {
        _ = try RecognizedNet(
          TensorShapes(shapes, file: "FILE", without: ["backbone.", "head."]))
      }
        == #"FILE, without "backbone." and "head." before its names, holds a net with torchvision's "#
        + "names and 1, 0, 0, 0 blocks of 2 convolutions; known are ResNet-18, 34, 50, 101 and 152")
  }

  @Test(arguments: [
    (
      "0.weight", [64, 2, 7, 7],
      "FILE has 0.weight of shape [64, 2, 7, 7]; a picture has 1 channel or 3, so [O, 1, K, K] or "
        + "[O, 3, K, K] was wanted"
    ),
    // No bytes at all, and more classes than fit into any memory.
    (
      "fc.1.weight", [1 << 50, 0],
      "FILE has fc.1.weight of shape [1125899906842624, 0]; wanted is [classes, 512]"
    ),
  ])
  func shapesThatNoNetHasGetASentence(name: String, shape: [Int], wanted: String) {
    var random = Random(seed: 5)
    let shapes = ResNet(using: &random).state.map {
      ($0.name, $0.name == name ? shape : $0.value.shape)
    }
    #expect(
      sentence { _ = try RecognizedNet(TensorShapes(shapes, file: "FILE")) } == wanted)
  }
}
