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
      from there do not load. Training cannot tell: a net of two blocks recognizes 0.940, 0.962 and 0.960 of \
      the test digits where 0.962, 0.952 and 0.962 are usual (2,000 digits, three epochs, seeds 1, 2 and 3).
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
      "the MLPerf reference for ResNet, training_policies, issue 89; fb.resnet.torch, issue 191; mxnet, issue 2354",
    training: { probe in
      let training = ShortTraining.withNorms
      probe.tell(training) { random in
        Sequential(
          Conv2D(1, 8, kernelSize: 3, stride: 2, padding: 1, using: &random), BatchNorm2D(8),
          ReLU(),
          BasicBlock(8, 8, using: &random), BasicBlock(8, 16, stride: 2, using: &random),
          Flatten(), Linear(7 * 7 * 16, 10, using: &random))
      }
    }
  ) { probe in
    var random = probe.random
    let block = BasicBlock(4, 8, stride: 2, using: &random)
    probe.tell("the names of the state", words: block.state.map(\.name))
    let x = Tensor.uniform([3, 4, 6, 6], in: -1...1, using: &random)
    probe.tell("the output in evaluation mode", block(x))
    probe.tell("the output in training mode", block(x.on(Tape())))
  }
}
