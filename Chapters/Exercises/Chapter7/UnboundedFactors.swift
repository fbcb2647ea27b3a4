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
      Of the factors of a squeeze-and-excitation block, before any step, 269 of 512 are negative, and their \
      mean is −0.018 (seed 1). They should lie between 0 and 1, and begin near 0.5 in the mean.
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
      """,
    figure: .curve(
      "The factors of 64 channels for 8 pictures, from the least to the greatest",
      of: "the factors in order", x: "place", y: "factor")
  ) { probe in
    var random = probe.random
    let block = SqueezeExcitationBlock(8, 8, using: &random)
    let x = Tape().watch(Tensor.uniform([3, 8, 5, 5], in: -1...1, using: &random))
    probe.tell("the factors", block.factors(x))
    let y = block(x)
    probe.tell("the output", y)
    probe.tell(gradient: "x", (y * y).sum().backward()[x])
    let wide = SqueezeExcitationBlock(64, 64, using: &random)
    let features = Tensor.normal([8, 64, 5, 5], using: &random)
    let factors = wide.factors(features).scalars
    probe.tell("the factors in order", factors.sorted())
    probe.tell("how many of 512 factors are negative", factors.count { $0 < 0 })
    probe.tell("their mean", factors.map(Double.init).reduce(0, +) / 512)
  }
}
