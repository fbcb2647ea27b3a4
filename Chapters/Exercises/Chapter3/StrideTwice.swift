import Autograd
import Chapter3Blocks
import Exercising

extension Exercise {
  static let strideTwice = Exercise(
    "stride-twice", chapter: 3, .find, "A quarter of the pixels",
    file: "Chapters/Chapter3/Blocks/Residual.swift",
    original: """
            outChannels, outChannels, kernelSize: 3, padding: 1,
      """,
    given: """
            outChannels, outChannels, kernelSize: 3, stride: stride, padding: 1,
      """,
    symptom: """
      `Residual(3, 6, stride: 2)` stops at an image of 6 × 6:
        add: a is [4, 6, 2, 2] and b is [4, 6, 3, 3]; a sum needs the same shape twice, …
      """,
    failure: "add: a is",
    hints: """
      This time it is the other shape that is wrong: which of the two has half of 6 pixels?

      Print the shape behind each convolution of the branch.

      One convolution of the branch has the block's stride, conv1; conv2 keeps what it is given.
      """,
    story:
      "Two halvings are a quarter. At stride 1 nothing is wrong, so a test needs a stride of 2.",
    source: "3-min-pytorch, issue 29"
  ) { probe in
    var random = probe.random
    for (from, to, stride) in [(3, 3, 1), (3, 6, 1), (3, 6, 2), (3, 3, 2)] {
      let block = Residual(from, to, stride: stride, using: &random)
      let x = Tensor.uniform([4, from, 6, 6], in: -1...1, using: &random)
      probe.tell("the output of Residual(\(from), \(to), stride: \(stride))", block(x))
    }
  }
}
