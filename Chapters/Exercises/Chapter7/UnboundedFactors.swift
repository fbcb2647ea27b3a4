import Autograd
import Chapter7Blocks
import Exercising

extension Exercise {
  static let unboundedFactors = Exercise(
    "unbounded-factors", chapter: 7, .find, "Factors that turn signs around",
    file: "Chapters/Chapter7/Blocks/SqueezeExcitationBlock.swift",
    original: "return sigmoid(fc2(relu(fc1(means)))).reshaped([y.shape[0], y.shape[1], 1, 1])",
    given: "return fc2(relu(fc1(means))).reshaped([y.shape[0], y.shape[1], 1, 1])",
    symptom: """
      Of the factors of a squeeze-and-excitation block, before any step, 254 of 512 are negative, and their mean is −0.01. \
      They should lie between 0 and 1, and begin at 0.5 in the mean.
      """,
    failure: "the factors",
    hints: """
      The shapes are right, and the block trains. What does the comment above `factors` promise?

      Print the least and the greatest of `block.factors(y)`.

      A factor between 0 and 1 is what a sigmoid returns: sigmoid(fc2(relu(fc1(means)))).
      """,
    story: """
      The factors weigh channels; without the sigmoid they are a second branch that is multiplied, and at first removes nearly \
      all of the block.
      """
  ) { probe in
    var random = probe.random
    let block = SqueezeExcitationBlock(8, 8, using: &random)
    let x = Tape().watch(Tensor.uniform([3, 8, 5, 5], in: -1...1, using: &random))
    probe.tell("the factors", block.factors(x))
    let y = block(x)
    probe.tell("the output", y)
    probe.tell(gradient: "x", (y * y).sum().backward()[x])
  }
}
