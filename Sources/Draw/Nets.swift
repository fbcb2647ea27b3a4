import Autograd
import Chapter1Net
import Chapter2Net
import Chapter3Blocks
import Chapter4Net
import Chapter5Net
import Layers

/// Every net of the chapters.
let nets: [DrawableNet] = chapter1 + chapter2 + chapter3 + chapter4 + chapter5 + chapter6 + chapter7

private let chapter1 = [false, true].flatMap { isResidual in
  [
    DrawableNet(
      name: isResidual ? "six-layers-residual" : "six-layers",
      title: isResidual ? "Six layers with shortcuts" : "Six plain layers",
      summary: "chapter 1: six fully connected layers"
        + (isResidual ? ", each hidden one with a shortcut" : ""),
      input: [1, 28, 28], leastSide: nil
    ) { DeepNet(depth: 6, .sigmoid, isResidual: isResidual, using: &$0) },
    DrawableNet(
      name: isResidual ? "deepnet-residual" : "deepnet",
      summary: "chapter 1: thirty fully connected layers"
        + (isResidual ? ", each with a shortcut" : ""),
      input: [1, 28, 28], leastSide: nil
    ) { DeepNet(.tanh, isResidual: isResidual, using: &$0) },
    DrawableNet(
      name: isResidual ? "convnet-residual" : "convnet",
      summary: "chapter 1: 22 layers, " + (isResidual ? "residual" : "plain"),
      input: [1, 28, 28], leastSide: 4
    ) { ConvNet(depth: 22, isResidual: isResidual, using: &$0) },
  ]
}

private let chapter2 = [
  DrawableNet(
    name: "net", summary: "chapter 2: recognizes digits with two residual blocks",
    input: [1, 28, 28], leastSide: nil
  ) { Net(using: &$0) }
]

/// Two blocks of each kind: one that keeps the shape, and one that halves it and doubles the channels.
private let chapter3 = [
  blocks("residual", "the ResNet-18 notebook") { Residual($0, $1, stride: $2, using: &$3) },
  blocks("preactivation", "the pre-activation notebook") {
    PreactivationResidual($0, $1, stride: $2, using: &$3)
  },
  blocks("shared-preactivation", "He et al. 2016") {
    SharedPreactivation($0, $1, stride: $2, using: &$3)
  },
  blocks("basic-zeros", "He et al. 2015, shortcut A") {
    BasicBlock($0, $1, stride: $2, shortcut: .zeroPadding, using: &$3)
  },
  blocks("basic", "torchvision, shortcut B") { BasicBlock($0, $1, stride: $2, using: &$3) },
  blocks("basic-everywhere", "He et al. 2015, shortcut C") {
    BasicBlock($0, $1, stride: $2, shortcut: .everywhere, using: &$3)
  },
]

private func blocks(
  _ name: String, _ origin: String,
  _ block: @escaping @Sendable (Int, Int, Int, inout Random) -> any Layer
) -> DrawableNet {
  DrawableNet(
    name: name, summary: "chapter 3: the block of \(origin), with and without a change of shape",
    input: [64, 56, 56], leastSide: 1
  ) { Sequential([block(64, 64, 1, &$0), block(64, 128, 2, &$0)]) }
}

private let residualNets = Depth.allCases.flatMap { depth in
  [
    DrawableNet(
      name: "resnet\(depth.rawValue)", title: "ResNet-\(depth.rawValue)",
      summary: "chapter 4: ResNet-\(depth.rawValue) of the ResNet-18 notebook",
      input: [1, 96, 96], leastSide: 7
    ) { ResNet(depth, using: &$0) },
    DrawableNet(
      name: "resnet\(depth.rawValue)-torchvision", title: "ResNet-\(depth.rawValue), torchvision",
      summary: "chapter 4: ResNet-\(depth.rawValue) of torchvision",
      input: [3, 224, 224], leastSide: 7
    ) { TorchvisionResNet(depth, using: &$0) },
  ]
}

private let chapter4 =
  residualNets + [
    DrawableNet(
      name: "vgg19", title: "VGG-19", summary: "chapter 4: VGG-19, before residual nets",
      input: [3, 224, 224], leastSide: nil
    ) { VGG19(using: &$0) },
    DrawableNet(
      name: "plain34", title: "34 plain layers",
      summary: "chapter 4: ResNet-34 of torchvision without its shortcuts", input: [3, 224, 224],
      leastSide: 7
    ) { PlainNet(using: &$0) },
  ]

private let chapter5 =
  Order.allCases.map { order in
    DrawableNet(
      name: order == .normFirst ? "three-stages" : "three-stages-conv-first",
      summary: "chapter 5: the net of the pre-activation notebook, \(order.title)",
      input: [1, 96, 96], leastSide: 1
    ) { ThreeStageResNet(order, using: &$0) }
  } + [
    DrawableNet(
      name: "orderings", summary: "chapter 5: the five orderings of He et al. 2016, side by side",
      input: [8, 14, 14], leastSide: 1
    ) { random in
      Sequential(
        named: Ordering.allCases.map { ordering in
          (ordering.title, OrderedBlock(8, 8, ordering, using: &random))
        })
    }
  ]
