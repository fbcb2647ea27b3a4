import Autograd
import Exercising
import Layers

extension Exercise {
  static let otherMomentum = Exercise(
    "other-momentum", chapter: 3, .find, "One word, two meanings",
    file: "Sources/Layers/BatchNorm2D.swift",
    original: "let share = momentum ?? 1 / Float(batchesTracked)",
    given: "let share = 1 - (momentum ?? 1 / Float(batchesTracked))",
    symptom: """
      A norm with momentum 0.1 sees its first batch, the numbers 10, 12, 14 and 16: its running mean is 11.7 \
      and should be 1.3, its running variance 6.1 and should be 1.57. Accuracies do not tell: 0.944, 0.952 and \
      0.944 of the test digits where 0.944, 0.956 and 0.950 are usual (2,000 digits, seeds 1, 2 and 3).
      """,
    failure: "the running mean",
    hints: """
      The numbers are measured rightly. In which proportion are the old statistics and the new ones mixed?

      Print `runningMean` after one batch of known numbers: which share has the newest batch?

      Here, as in PyTorch, momentum is the share of the newest batch, so `share` is momentum itself; in MXNet and \
      TensorFlow it is that of the old ones.
      """,
    story: """
      0.9 in MXNet is 0.1 here. Two libraries use one word with opposite meanings, so test a moving average with \
      numbers that you know.
      """,
    source: """
      torchvision, issue 8250, where 0.99 came from TensorFlow; pretrained-models.pytorch, issue 44; d2l-en, \
      issue 2213
      """,
    figure: .curve(
      "A running mean on its way from 0 to 5, the mean of all batches",
      of: "the running mean after each of thirty batches", x: "batch", y: "running mean"),
    training: { $0.tell(.withNorms, of: normalizedNet) }
  ) { probe in
    var random = probe.random
    let norm = BatchNorm2D(2)
    for _ in 0..<2 {
      _ = norm(Tensor.normal([2, 2, 3, 3], mean: 5, deviation: 2, using: &random).on(Tape()))
    }
    probe.tell("the running mean", norm.runningMean)
    probe.tell("the running variance", norm.runningVariance)
    let mean = BatchNorm2D(2, momentum: nil)
    for _ in 0..<3 {
      _ = mean(Tensor.normal([2, 2, 3, 3], mean: 5, deviation: 2, using: &random).on(Tape()))
    }
    probe.tell("the running mean with equal shares", mean.runningMean)
    let slow = BatchNorm2D(1)
    let way = (0..<30).map { _ in
      _ = slow(Tensor.normal([2, 1, 2, 2], mean: 5, deviation: 2, using: &random).on(Tape()))
      return slow.runningMean.scalars[0]
    }
    probe.tell("the running mean after each of thirty batches", way)
  }
}
