import Autograd
import Datasets
import Exercising
import Layers
import Training

extension Exercise {
  static let forgottenEvaluation = Exercise(
    "forgotten-evaluation", chapter: 4, .find, "Looking changes the net",
    file: "Sources/Training/Score.swift",
    original: "batches.flatMap { net($0.images).argMax() }",
    given: "batches.flatMap { net($0.images.on(Tape())).argMax() }",
    symptom: """
      `predictions` finds 454, 472 and 473 right of 500 digits, in batches of 1, 4 and 50, and 456 in batches \
      of 50 if they are sorted by class, where 472 are right each time. And a net that has seen 120 batches \
      says afterwards that it has seen 765.
      """,
    failure: "the batches tracked",
    hints: """
      The norm is right this time: it does what it is asked for.

      Print `batchesTracked` of a norm of the net before and after the predictions.

      A tape means training mode. Predictions need no gradient, so the images go in without one: \
      net($0.images).
      """,
    story: """
      In PyTorch it is `net.eval()` that is forgotten, the most common bug with norms there is. Off the tape is the \
      default here.
      """,
    source: "NTS-Net, issue 46, with 0.412, 0.726 and 0.810 from batches of 8, 128 and 256",
    training: { $0.tellRecognized() }
  ) { probe in
    var random = probe.random
    let norm = BatchNorm2D(1)
    _ = norm(Tensor.normal([4, 1, 8, 8], mean: 0.2, using: &random).on(Tape()))
    let net = Sequential(
      norm, AveragePool2D(kernelSize: 4), Flatten(), Linear(49, 10, using: &random))
    let data = DrawnDigits.dataset(training: 0, test: 40, seed: probe.seed).test
    let normalize = Normalize(mean: 0, deviation: 1)
    let before = net(data.batches(of: 40, normalize: normalize).first { _ in true }!.images)
      .argMax()
    probe.tell("the predictions before", before)
    for size in [2, 5] {
      let predicted = predictions(of: net, on: data.batches(of: size, normalize: normalize))
      probe.tell("the batches tracked", norm.batchesTracked)
      probe.tell("the predictions in batches of \(size)", predicted)
    }
  }
}
