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
      In a net of 54 layers with full pre-activation the least number behind the last block is 0.0. It was −27.8.
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
      """
  ) { probe in
    var random = probe.random
    probe.tellOrderings(using: &random)
  }
}
