import Autograd
import Chapter1Net
import Chapter2Net
import Chapter3Blocks
import Chapter4Net
import Chapter5Net
import Chapter6Net
import Chapter7Blocks
import Layers

/// Every net of the chapters and what it says of itself: compiled for a page and not, it must say the same.
///
/// VGG-19 alone is missing: its weights take half a gigabyte.
public struct Nets {
  /// Each net, with a name and the shape of its input.
  public private(set) var all: [(name: String, net: any Layer, input: [Int])] = []

  /// Each with weights drawn anew.
  public init() {
    var random = Random(seed: 1)
    func add(_ name: String, _ net: any Layer, _ input: [Int]) { all.append((name, net, input)) }
    add(
      "DeepNet", DeepNet(depth: 5, .tanh, isResidual: true, scale: 0.5, using: &random),
      [2, 1, 28, 28])
    add("ConvNet", ConvNet(depth: 10, isResidual: true, using: &random), [2, 1, 28, 28])
    add("Net", Net(using: &random), [2, 1, 28, 28])
    for shortcut in BasicBlock.Shortcut.allCases {
      add(
        "BasicBlock", BasicBlock(3, 6, stride: 2, shortcut: shortcut, using: &random),
        [2, 3, 8, 8])
    }
    add("Residual", Residual(4, 8, stride: 2, using: &random), [2, 4, 8, 8])
    add("PreactivationResidual", PreactivationResidual(4, 4, using: &random), [2, 4, 8, 8])
    add("SharedPreactivation", SharedPreactivation(4, 8, using: &random), [2, 4, 8, 8])
    add("ResNet", ResNet(using: &random), [2, 1, 32, 32])
    add("PlainNet", PlainNet(classes: 10, using: &random), [2, 3, 32, 32])
    add("ResidualBottleneck", ResidualBottleneck(8, 16, stride: 2, using: &random), [2, 8, 8, 8])
    for depth in [Depth.layers18, .layers50] {
      add(
        "TorchvisionResNet", TorchvisionResNet(depth, classes: 10, width: 8, using: &random),
        [2, 3, 32, 32])
    }
    for ordering in Ordering.allCases {
      for bypass in Bypass.allCases {
        add(
          "NarrowResNet", NarrowResNet(depth: 6, ordering, bypass, using: &random),
          [2, 1, 28, 28])
      }
    }
    for order in Order.allCases {
      add(
        "ThreeStageResNet", ThreeStageResNet(order, endsWithNorm: true, using: &random),
        [2, 1, 48, 48])
    }
    for scaling in Scaling.allCases {
      add(
        "StackedNet", StackedNet(depth: 10, isResidual: true, scaling, using: &random),
        [2, 1, 28, 28])
    }
    addLater(using: &random)
  }

  private mutating func addLater(using random: inout Random) {
    all += [
      (
        "ResNeXtBlock", ResNeXtBlock(4, 8, stride: 2, cardinality: 2, width: 3, using: &random),
        [2, 4, 8, 8]
      ),
      (
        "SqueezeExcitationBlock", SqueezeExcitationBlock(4, 8, stride: 2, using: &random),
        [2, 4, 8, 8]
      ),
      ("DenseBlock", DenseBlock(4, growth: 2, layers: 3, using: &random), [2, 4, 8, 8]),
      ("UNet", UNet(1, 1, width: 4, using: &random), [2, 1, 16, 16]),
      (
        "PatchTransformer", PatchTransformer(depth: 2, .preNorm, using: &random), [2, 1, 28, 28]
      ),
      (
        "StreamTransformer", StreamTransformer(depth: 1, streams: 2, .free, using: &random),
        [2, 1, 28, 28]
      ),
      ("DepthTransformer", DepthTransformer(depth: 1, using: &random), [2, 1, 28, 28]),
    ]
  }

  /// The names and shapes of all parameters, in order; how many numbers they are; depth and multiply-adds; and what
  /// one forward and one backward pass computes, to three digits.
  public var text: String {
    var random = Random(seed: 2)
    var text = ""
    for (name, net, input) in all {
      text += "\(name)\n"
      for (name, parameter) in net.namedParameters {
        text += "\(name) \(parameter.value.shape)\n"
      }
      let survey = Survey(of: net, input: input)
      text += "\(net.parameterCount) numbers, depth \(survey.depth), "
      text += "\(survey.multiplyAdds) multiply-adds\n"
      let x = Tensor.uniform(input, using: &random)
      let y = net(x.on(Tape()))
      let loss = (y * y).mean()
      let gradients = loss.backward()
      let norms = net.parameters.map { gradients[$0].map { norm($0) } ?? 0 }
      text += "\(digits(Double(loss.scalar))), \(digits(norms.reduce(0, +)))\n\n"
    }
    return text
  }

  /// Three digits, and how many places they are shifted by: `123, -4`.
  private func digits(_ number: Double) -> String {
    var (number, places) = (number, 0)
    guard number.isFinite, number > 0 else { return "\(Int(number))" }
    while number >= 1000 { (number, places) = (number / 10, places + 1) }
    while number < 100 { (number, places) = (number * 10, places - 1) }
    return "\(Int(number)), \(places)"
  }
}
