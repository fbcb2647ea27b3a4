import Autograd
import Chapter5Net
import Exercising

extension Exercise {
  static let reluAtTheEnd = Exercise(
    "relu-at-the-end", chapter: 5, .find, "Nothing negative on the main path",
    file: "Chapters/Chapter5/Net/OrderedBlock.swift",
    original: "default: sum",
    given: "default: relu(sum)",
    symptom: """
      In a net of 54 layers with full pre-activation the least number behind the last block is 0.0. It should \
      be −15.6 (seed 1).
      """,
    failure: "the output of",
    hints: """
      Figure 4 of He et al. 2016 draws the five orderings. What follows the sum in each?

      Print the least number behind each block, for all five orderings.

      In three of the five nothing follows the sum: `default: sum`.
      """,
    story: """
      With a ReLU behind each sum, what a block subtracts below zero is lost for all blocks behind it: the main path \
      is no identity any more, and only the name is pre-activation.
      """,
    figure: .curve(
      "The least feature along the blocks of a net of 54 layers",
      of: "the least number behind each block", x: "block", y: "least number")
  ) { probe in
    var random = probe.random
    probe.tellOrderings(using: &random)
    let net = NarrowResNet(depth: 54, .fullPreactivation, using: &random)
    let tape = Tape()
    let features = net.features(Tensor.normal([4, 1, 28, 28], using: &random).on(tape))
    let least = features.dropFirst().map { $0.scalars.min()! }
    probe.tell("the least number behind each block", least, within: 1e-2)
  }
}
