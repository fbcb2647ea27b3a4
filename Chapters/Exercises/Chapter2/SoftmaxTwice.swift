import Autograd
import Exercising

extension Exercise {
  static let softmaxTwice = Exercise(
    "softmax-twice", chapter: 2, .predict, "Softmax twice",
    questions: ["the least loss of crossEntropy(scores.softmax(), labels) with ten classes"],
    symptom: """
      `crossEntropy` takes scores and applies the softmax itself. Somebody gives it probabilities: \
      `crossEntropy(scores.softmax(), labels)`. What is the least loss that is still possible with ten classes? \
      Three digits will do.
      """,
    hints: """
      The best row of probabilities is a 1 for the right class and nine zeros. What does another softmax make of \
      it?

      Print `crossEntropy(Tensor([1, 0, 0, 0, 0, 0, 0, 0, 0, 0], shape: [1, 10]), [0]).scalar`.

      e / (e + 9) is the probability of the right class, and −log of it is ln(1 + 9 / e) = 1.461.
      """,
    story: """
      Numbers from 0 to 1 are nearly equal for a softmax. In PyTorch such a net learns, slowly, and its loss \
      cannot fall below 1.46. It is a common bug because nothing fails.
      """,
    source:
      "tflearn, issue 562; lightning-bolts, issue 654; SciCo, issue 2, in the validation loss only"
  ) { probe in
    let best = Tensor([1] + [Float](repeating: 0, count: 9), shape: [1, 10])
    probe.tell(
      "the least loss of crossEntropy(scores.softmax(), labels) with ten classes",
      Double(crossEntropy(best, [0]).scalar), within: 4e-4)
  }
}
