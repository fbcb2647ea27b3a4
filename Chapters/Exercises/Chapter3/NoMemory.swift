import Autograd
import Exercising
import Layers

extension Exercise {
  static let noMemory = Exercise(
    "no-memory", chapter: 3, .find, "It learns, and is evaluated as if it had not",
    file: "Sources/Layers/BatchNorm2D.swift",
    original: """
          update(by: statistics, of: Float(x.count / x.shape[1]))
      """,
    given: "",
    symptom: """
      After three epochs 0.678, 0.526 and 0.744 of the test digits are recognized, where 0.944, 0.956 and \
      0.950 are usual (2,000 digits, seeds 1, 2 and 3). Evaluated by the statistics of its batches, the same \
      net recognizes 0.946, 0.960 and 0.948.
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
      "DL4S, whose batch norm has no running statistics; Switchable_Normalization-Tensorflow, issue 2; axon, issue 83",
    figure: .curve(
      "The share of the test digits that are recognized",
      of: "the shares after each epoch", x: "epoch", y: "share recognized"),
    training: { probe in
      let training = ShortTraining.withNorms
      probe.tell(training, of: normalizedNet)
      probe.tell(
        "the share recognized by the statistics of batches",
        (1...3).map { (seed: UInt64) in
          var random = Random(seed: seed)
          let net = normalizedNet(using: &random)
          return training.run(net, seed: seed, evaluatesOnTape: true).accuracies.last!
        }, within: 0.05)
    }
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
