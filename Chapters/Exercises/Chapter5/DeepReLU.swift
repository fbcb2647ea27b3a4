import Optimizers
import Autograd
import Chapter1Net
import Exercising

extension Exercise {
  static let deepReLU = Exercise(
    "deep-relu", chapter: 5, .find, "Where the curve tells",
    file: "Chapters/Chapter1/Net/ConvBlock.swift",
    original: "return relu(isResidual ? shortcut(x) + y : y)",
    given: "return isResidual ? shortcut(x) + relu(y) : relu(y)",
    symptom: """
      A residual net of 22 layers, 3,000 digits, one epoch: its mean losses are 3.162, 3.356 and 2.787, and \
      should be 2.136, 2.100 and 1.901 (seeds 1, 2 and 3). So short a training is too short for accuracies: \
      0.140, 0.088 and 0.340 of the test digits, and 0.246, 0.102 and 0.292.
      """,
    failure: "the output of a residual block",
    hints: """
      You have met it in chapter 2, where two blocks did not show it.

      Print the size of what each block returns, from the first to the last.

      What is added to the shortcut must be able to be negative: the ReLU belongs behind the sum.
      """,
    story: """
      The orderings of chapter 5 have this one among them, with nothing behind its sum: ReLU before addition, 7.84 % \
      of errors in the paper where the original has 6.61 %.
      """,
    source: "pytorch-cifar, issue 4; residual.mnist, issue 8",
    figure: .curve(
      "The loss of a residual net of 22 layers", of: "the losses on the way", x: "batch", y: "loss"),
    training: { probe in
      let training = ShortTraining(digits: 3_000, batchSize: 128) {
        SGD($0, learningRate: 0.1, momentum: 0.9)
      }
      probe.tell(training) { ConvNet(depth: 22, isResidual: true, using: &$0) }
    }
  ) { probe in
    var random = probe.random
    for isResidual in [false, true] {
      let kind = isResidual ? "residual" : "plain"
      for (channels, stride) in [(4, 1), (8, 2)] {
        let block = ConvBlock(
          4, channels, stride: stride, isResidual: isResidual, using: &random)
        let x = Tape().watch(Tensor.uniform([3, 4, 6, 6], in: -1...1, using: &random))
        let y = block(x)
        probe.tell("the output of a \(kind) block with stride \(stride)", y)
        let gradient = (y * y).sum().backward()[x]
        probe.tell(gradient: "the input of a \(kind) block with stride \(stride)", gradient)
      }
    }
  }
}
