import Autograd
import Chapter3Blocks
import Exercising
import Layers

extension Exercise {
  static let shortcutNorm = Exercise(
    "shortcut-norm", chapter: 3, .find, "Weights that do not load",
    file: "Chapters/Chapter3/Blocks/BasicBlock.swift",
    original: """
              Conv2D(inChannels, outChannels, kernelSize: 1, stride: stride, bias: false, using: &random),
              BatchNorm2D(outChannels))
      """,
    given: """
              Conv2D(inChannels, outChannels, kernelSize: 1, stride: stride, bias: false, using: &random))
      """,
    symptom: """
      A block from 64 to 128 channels with stride 2 has 229,888 parameters, and torchvision's 230,144: weights \
      from there do not load. Training cannot tell, with 0.736, 0.730 and 0.780 of 500 pictures of clothes \
      where 0.754, 0.764 and 0.778 are usual (seeds 1, 2 and 3).
      """,
    failure: "the names of the state",
    hints: """
      How many parameters are missing, and for how many channels? 256 for 128.

      Print the names in `block.state`, and compare with the comment above the type.

      In this variant each convolution has a norm behind it, the one on the shortcut, too: \
      BatchNorm2D(outChannels).
      """,
    story: """
      There are two variants of ResNet, and the notebook's has no norm there. Before weights are moved from one \
      library to another, count first and then compare names.
      """,
    source:
      "the MLPerf reference for ResNet, training_policies, issue 89; fb.resnet.torch, issue 191; mxnet, issue 2354"
  ) { probe in
    var random = probe.random
    let block = BasicBlock(4, 8, stride: 2, using: &random)
    probe.tell("the names of the state", words: block.state.map(\.name))
    let x = Tensor.uniform([3, 4, 6, 6], in: -1...1, using: &random)
    probe.tell("the output in evaluation mode", block(x))
    probe.tell("the output in training mode", block(x.on(Tape())))
  }
}
