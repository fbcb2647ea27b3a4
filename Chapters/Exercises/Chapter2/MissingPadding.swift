import Autograd
import Chapter2Net
import Exercising

extension Exercise {
  static let missingPadding = Exercise(
    "missing-padding", chapter: 2, .find, "A sum of two sizes",
    file: "Chapters/Chapter2/Net/ResidualBlock.swift",
    original: "conv2 = Conv2D(channels, channels, kernelSize: 3, padding: 1, using: &random)",
    given: "conv2 = Conv2D(channels, channels, kernelSize: 3, using: &random)",
    symptom: """
      The net stops at its first batch:
        add: a is [64, 16, 12, 12] and b is [64, 16, 10, 10]; a sum needs the same shape twice, …
      """,
    failure: "add: a is",
    hints: """
      One of the two shapes is that of the block's input. Which of the two is wrong?

      Print the shape behind each of the two convolutions for an input of [1, 16, 12, 12].

      A window of 3 × 3 takes one pixel off each side; `padding: 1` puts one there before.
      """,
    story: """
      A sum needs the same shape twice, so it is the best test of shapes there is. A net without shortcuts \
      would have gone on with fewer pixels and said nothing.
      """
  ) { probe in
    var random = probe.random
    let block = ResidualBlock(4, using: &random)
    for size in [[2, 4, 7, 9], [1, 4, 12, 12]] {
      let x = Tensor.uniform(size, in: -1...1, using: &random)
      let y = block(x)
      probe.tell("the shape of what becomes of \(size)", y.shape)
      probe.tell("the output for \(size)", y)
    }
  }
}
