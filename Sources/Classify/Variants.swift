import Autograd
import Chapter2Net
import Chapter4Net
import Chapter5Net
import Layers
import Notebook
import Sentences
import Training

/// An implementation of nets, recognized by the names it gives to their tensors.
struct Variant: Sendable {
  /// Whose tensors have these names.
  let known: KnownNet
  /// Which nets these are, for sentences.
  let nets: String
  let recognize: @Sendable (TensorShapes) throws -> RecognizedNet
}

let variants = [torchvision, chapter2, chapter4, chapter5]

private let torchvision = resNets(
  .torchvision, "torchvision's", nets: "torchvision's ResNet-\(depths)", stage: "layer",
  conv1: "conv1", thirdNorm: "bn3", classifier: "fc",
  usual: { $0 == 3 ? .imageNet : .bare(side: 224, channels: 1) },
  hasTwoSets: { $0.usesBottlenecks && $1 == 3 }
) { depth, channels, classes, random in
  TorchvisionResNet(depth, inChannels: channels, classes: classes, using: &random)
}

private let chapter2 = Variant(
  known: .chapter2, nets: "the net of chapter 2"
) { _ in
  var random = Random(seed: 1)
  return RecognizedNet(
    title: "chapter 2's net", net: Net(using: &random), channels: 1, classes: 10, sides: 28...28,
    usual: Preparation(shorterSide: 28, side: 28, mean: [0.1307], deviation: [0.3801]))
}

private let chapter4 = resNets(
  .chapter4, "chapter 4's", nets: "those of chapter 4", stage: "resnet_block", conv1: "0",
  thirdNorm: "b3", classifier: "fc.1", usual: { .bare(side: 96, channels: $0) }
) { depth, channels, classes, random in
  ResNet(depth, inChannels: channels, classes: classes, using: &random)
}

private let chapter5 = Variant(
  known: .chapter5, nets: "that of chapter 5"
) { shapes in
  let order = shapes.has("sequential1.0.bn1.weight") ? Order.normFirst : .convFirst
  var random = Random(seed: 1)
  return RecognizedNet(
    title: "chapter 5's net, \(order.title)",
    net: ThreeStageResNet(order, endsWithNorm: shapes.has("norm.weight"), using: &random),
    channels: 1, classes: 10, sides: 7...1024, usual: .bare(side: 96, channels: 1))
}

/// ResNets of four stages and any of the known depths.
///
/// - Parameters:
///   - owner: whose they are, for sentences.
///   - stage: what a stage is called before its number.
///   - thirdNorm: the third norm of a block, which only bottlenecks have.
///   - usual: how pictures of so many channels are prepared if the file does not say.
///   - hasTwoSets: whether there are two of `ImageNetWeights` for nets of this depth and so many channels.
private func resNets(
  _ known: KnownNet, _ owner: String, nets: String, stage: String, conv1: String, thirdNorm: String,
  classifier: String, usual: @escaping @Sendable (Int) -> Preparation,
  hasTwoSets: @escaping @Sendable (Depth, Int) -> Bool = { _, _ in false },
  make: @escaping @Sendable (Depth, Int, Int, inout Random) -> any Layer
) -> Variant {
  Variant(known: known, nets: nets) { shapes in
    let blocks = shapes.blocks(stage)
    let usesBottlenecks = shapes.has("\(stage)1.0.\(thirdNorm).weight")
    guard
      let depth = Depth.allCases.first(where: {
        $0.blocks == blocks && $0.usesBottlenecks == usesBottlenecks
      })
    else {
      let numbers = blocks.map(String.init).joined(separator: ", ")
      throw SentenceError(
        "\(shapes.file) holds a net with \(owner) names and \(numbers) blocks of "
          + "\(usesBottlenecks ? 3 : 2) convolutions; known are ResNet-\(depths)")
    }
    let channels = try shapes.channels(of: conv1 + ".weight")
    let classes = try shapes.classes(of: classifier + ".weight", features: 512 * depth.expansion)
    var random = Random(seed: 1)
    return RecognizedNet(
      title: "\(owner) ResNet-\(depth.rawValue)", net: make(depth, channels, classes, &random),
      channels: channels, classes: classes, sides: 7...1024, usual: usual(channels),
      hasTwoSets: hasTwoSets(depth, channels))
  }
}

private let depths =
  Depth.allCases.map { "\($0.rawValue)" }.dropLast().joined(separator: ", ")
  + " and \(Depth.allCases.last!.rawValue)"
