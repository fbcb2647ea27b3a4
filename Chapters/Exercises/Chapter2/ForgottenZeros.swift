import Exercising

extension Exercise {
  static let forgottenZeros = Exercise(
    "forgotten-zeros", chapter: 2, .measure, "Gradients that are never zeroed",
    file: "Chapters/Exercises/Measurements/MeasureZeros.swift",
    original: """
      func momentumWithoutZeroGrad() -> Double { 1 }
      /// The last epoch's loss with that momentum, as the mean over seeds 1 to 3.
      func lossWithoutZeroGrad() -> Double { 0.99 }
      """,
    given: """
      func momentumWithoutZeroGrad() -> Double { 0 }
      /// The last epoch's loss with that momentum, as the mean over seeds 1 to 3.
      func lossWithoutZeroGrad() -> Double { 0 }
      """,
    symptom: """
      In PyTorch gradients are added to those of the step before, unless `zero_grad` is called. Which momentum \
      of our SGD is the same as forgetting that? Then measure with this file what comes of it: change the list in \
      `measureForgottenZeros`, and write down the mean of the three last losses.
      """,
    failure: "the momentum that is the same as forgetting zero_grad",
    hints: """
      velocity ← momentum · velocity + g, and the step goes along the velocity. What is a sum of all gradients so \
      far in these terms?

      Let the list be [0, 0.5, 0.9] and check; what is printed is shown. What comes next?

      A sum that forgets nothing keeps a share of 1 of what it was: a momentum of 1. The loss to write down is \
      the mean of the last numbers of the three lines for it.
      """,
    story: """
      In the first two epochs the sum of all gradients is ahead of a momentum of 0.9, which is why it goes \
      unnoticed; then it overshoots, and the loss rises. Here it cannot be forgotten: `backward()` returns new \
      gradients, and what is returned need not be emptied.
      """,
    source: "llm.c, issue 548; nwm, issue 16; deep-learning-v2-pytorch, issue 160"
  ) { probe in
    measureForgottenZeros()
    probe.tell(
      "the momentum that is the same as forgetting zero_grad", momentumWithoutZeroGrad())
    let measured = (1...3).map { losses(momentum: 1, seed: $0).last! }.reduce(0, +) / 3
    let distance = abs(lossWithoutZeroGrad() - measured) / measured
    probe.tell("the measured loss", distance < 0.15 ? 0 : distance)
  }
}
