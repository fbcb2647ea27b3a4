import Autograd
import Exercising
import Layers

extension Exercise {
  static let noMemory = Exercise(
    "no-memory", chapter: 3, .find, "It learns, and is evaluated like a guess",
    file: "Sources/Layers/BatchNorm2D.swift",
    original: """
          update(by: statistics, of: Float(x.count / x.shape[1]))
      """,
    given: "",
    symptom: """
      After three epochs 81 % of the training pictures are recognized, and 0.094, 0.096 and 0.092 of the test \
      pictures. Evaluated by the statistics of its batches, the same net recognizes 383, 386 and 388 of 500.
      """,
    failure: "the running mean",
    hints: """
      Two evaluations of the same weights disagree. What else do they use?

      Print `runningMean`, `runningVariance` and `batchesTracked` of a norm after four batches.

      In training mode the norm has to keep what it measured: \
      `update(by: statistics, of: Float(x.count / x.shape[1]))` before it returns.
      """,
    story: """
      Two evaluations that disagree point to the statistics, not to the weights. The moving average is the only \
      thing in a net that forward passes change.
      """,
    source:
      "DL4S, whose batch norm has no running statistics; Switchable_Normalization-Tensorflow, issue 2; axon, issue 83"
  ) { probe in
    var random = probe.random
    let norm = BatchNorm2D(3)
    for _ in 0..<4 {
      _ = norm(Tensor.normal([2, 3, 2, 2], mean: 2, deviation: 3, using: &random).on(Tape()))
    }
    probe.tell("the running mean", norm.runningMean)
    probe.tell("the running variance", norm.runningVariance)
    probe.tell("the batches tracked", norm.batchesTracked)
    probe.tell("the output in evaluation mode", norm(.normal([1, 3, 2, 2], using: &random)))
  }
}
