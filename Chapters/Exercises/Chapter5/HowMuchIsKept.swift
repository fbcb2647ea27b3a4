import Autograd
import Exercising
import Layers

extension Exercise {
  static let howMuchIsKept = Exercise(
    "how-much-is-kept", chapter: 5, .predict, "How much of the start is left",
    questions: ["the share of the first running mean that is left after 20 batches, momentum 0.1"],
    symptom: """
      A norm's running mean is 1, and 20 batches of zeros follow. The momentum is 0.1. Which share of the 1 is left? \
      Three digits will do.
      """,
    hints: """
      Begin with one batch: which share of the old mean is kept?

      Print `runningMean` after 1, 2 and 3 batches of zeros.

      Each batch keeps 0.9 of it: 0.9²⁰ = 0.122.
      """,
    story: """
      After 94 batches, an epoch of 6,000 pictures, 5 · 10⁻⁵ are left. What a running mean says is what the weights did \
      in the last few dozen batches.
      """
  ) { probe in
    let norm = BatchNorm2D(1)
    norm.runningMean = .ones([1])
    for _ in 0..<20 { _ = norm(Tensor.zeros([2, 1, 2, 2]).on(Tape())) }
    probe.tell(
      "the share of the first running mean that is left after 20 batches, momentum 0.1",
      norm.runningMean, within: 1e-3)
  }
}
