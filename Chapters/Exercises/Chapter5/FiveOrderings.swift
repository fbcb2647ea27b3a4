import Autograd
import Chapter5Net
import Exercising

extension Exercise {
  static let fiveOrderings = Exercise(
    "five-orderings", chapter: 5, .predict, "Never below zero",
    questions: ["the orderings whose blocks never return a negative number"],
    symptom: """
      Of the five orderings, which blocks never return a number below zero, if what they are given has none? Write \
      their names: fullPreactivation, normAfterAddition, original, reluBeforeAddition, reluOnlyPreactivation.
      """,
    hints: """
      What is the last thing that happens in each block? `OrderedBlock.afterSum` has it.

      Print the least number behind a block of each ordering, for an input from 0 to 1.

      Two end with a ReLU, original and normAfterAddition; in reluBeforeAddition a sum of two numbers that are not \
      negative is not negative.
      """,
    story: """
      In these three the main path can only grow, or has something standing on it. The other two are the \
      pre-activation ones, whose main path is the identity.
      """
  ) { probe in
    var random = probe.random
    let never = Ordering.allCases.filter { ordering in
      let block = OrderedBlock(4, 4, ordering, using: &random)
      let x = Tensor.uniform([4, 4, 6, 6], in: 0...1, using: &random)
      return block(x.on(Tape())).scalars.min()! >= 0
    }
    probe.tell(
      "the orderings whose blocks never return a negative number", words: never.map(\.rawValue))
  }
}
