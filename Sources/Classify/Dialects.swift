import Autograd
import Chapter2Net
import Chapter4Net
import Chapter5Net
import Layers
import Training

/// A manner of naming the parts of nets.
struct Dialect: Sendable {
  /// A tensor that only nets of this dialect have.
  let landmark: String
  /// The nets that speak it.
  let nets: String
  let recognize: @Sendable (TensorShapes) throws -> RecognizedNet
}

let dialects = [torchvision, chapter2, document1, document3]

private let torchvision = Dialect(
  landmark: "layer1.0.conv1.weight", nets: "torchvision's ResNet-\(depths)"
) { shapes in
  let depth = try depth(shapes, "layer", thirdNorm: "bn3", "torchvision's dialect")
  let channels = try shapes.channels(of: "conv1.weight")
  let classes = try shapes.classes(of: "fc.weight", features: 512 * depth.expansion)
  var random = Random(seed: 1)
  return RecognizedNet(
    title: "torchvision's ResNet-\(depth.rawValue)",
    net: TorchvisionResNet(depth, inChannels: channels, classes: classes, using: &random),
    channels: channels, classes: classes, sides: 7...1024,
    usual: channels == 3 ? .imageNet : .bare(side: 224, channels: 1))
}

private let document1 = Dialect(
  landmark: "resnet_block1.0.conv1.weight", nets: "those of document 001 and chapter 4"
) { shapes in
  let depth = try depth(shapes, "resnet_block", thirdNorm: "b3", "document 001's dialect")
  let channels = try shapes.channels(of: "0.weight")
  let classes = try shapes.classes(of: "fc.1.weight", features: 512 * depth.expansion)
  var random = Random(seed: 1)
  return RecognizedNet(
    title: "document 001's ResNet-\(depth.rawValue)",
    net: ResNet(depth, inChannels: channels, classes: classes, using: &random),
    channels: channels, classes: classes, sides: 7...1024,
    usual: .bare(side: 96, channels: channels))
}

private let chapter2 = Dialect(
  landmark: "rblock1.conv1.weight", nets: "the net of chapter 2"
) { _ in
  var random = Random(seed: 1)
  return RecognizedNet(
    title: "chapter 2's net", net: Net(using: &random), channels: 1, classes: 10, sides: 28...28,
    usual: Preparation(shorterSide: 28, side: 28, mean: [0.1307], deviation: [0.3801]))
}

private let document3 = Dialect(
  landmark: "sequential1.0.conv1.weight", nets: "that of document 003 and chapter 5"
) { shapes in
  let order = shapes.has("sequential1.0.bn1.weight") ? Order.normFirst : .convFirst
  var random = Random(seed: 1)
  return RecognizedNet(
    title: "document 003's net, \(order.title)",
    net: ThreeStageResNet(order, endsWithNorm: shapes.has("norm.weight"), using: &random),
    channels: 1, classes: 10, sides: 7...1024, usual: .bare(side: 96, channels: 1))
}

/// Which of the known depths a net of four stages has.
private func depth(
  _ shapes: TensorShapes, _ stage: String, thirdNorm: String, _ dialect: String
) throws -> Depth {
  let blocks = shapes.blocks(stage)
  let usesBottlenecks = shapes.has("\(stage)1.0.\(thirdNorm).weight")
  guard
    let depth = Depth.allCases.first(where: {
      $0.blocks == blocks && $0.usesBottlenecks == usesBottlenecks
    })
  else {
    let numbers = blocks.map(String.init).joined(separator: ", ")
    throw SentenceError(
      "\(shapes.file) holds a net in \(dialect) with \(numbers) blocks of "
        + "\(usesBottlenecks ? 3 : 2) convolutions; known are ResNet-\(depths)")
  }
  return depth
}

private let depths =
  Depth.allCases.map { "\($0.rawValue)" }.dropLast().joined(separator: ", ")
  + " and \(Depth.allCases.last!.rawValue)"
