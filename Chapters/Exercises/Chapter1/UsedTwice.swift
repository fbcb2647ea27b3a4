import Autograd
import Exercising

extension Exercise {
  static let usedTwice = Exercise(
    "used-twice", chapter: 1, .predict, "A tensor that is used twice",
    questions: ["gradient of (x * x).sum() at x = [1, 2, 3]"],
    symptom: """
      The product x * x uses x twice, as its left and as its right factor. Which gradient does \
      `(x * x).sum().backward()[x]` have at x = [1, 2, 3]? Write three numbers.
      """,
    hints: """
      Sources/Autograd/Ops/Multiply.swift has two derivatives, one for each factor. What does each give here?

      In a program of your own, print `tape.lines.map(\\.inputs)`: the line of the product has the same \
      input twice.

      What flows to x from its two uses is added: x + x = [2, 4, 6].
      """,
    story: """
      Sources/Autograd/Backward.swift adds the second contribution to the first. The exercise \
      last-one-wins is this rule broken.
      """
  ) { probe in
    let x = Tape().watch(Tensor([1, 2, 3], shape: [3]))
    probe.tell("gradient of (x * x).sum() at x = [1, 2, 3]", (x * x).sum().backward()[x]!)
  }
}
