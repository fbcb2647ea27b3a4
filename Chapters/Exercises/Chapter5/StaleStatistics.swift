import Autograd
import Datasets
import Exercising
import Layers
import Training

extension Exercise {
  static let staleStatistics = Exercise(
    "stale-statistics", chapter: 5, .find, "Fresh statistics that are not fresh",
    file: "Sources/Training/Statistics.swift",
    original: """
          for norm in norms {
            norm.resetRunningStatistics()
            norm.momentum = nil
          }
      """,
    given: """
          for norm in norms { norm.resetRunningStatistics() }
      """,
    symptom: """
      Fresh statistics should be the means over all batches, each with the same share. With five batches whose means \
      are 1, 2, 3, 4 and 5 the running mean is 1.3 and should be 3.
      """,
    failure: "the fresh mean",
    hints: """
      What share does each batch have in a moving average that begins at zero, with a momentum of 0.1?

      Print `runningMean` of the first norm inside `body`, and which batches it should be the mean of.

      With `momentum = nil` a norm gives all batches the same share; with 0.1 five batches leave 0.9⁵ of the reset.
      """,
    story: """
      PyTorch's `update_bn` sets its momentum to None for the same reason. A moving average forgets its start only \
      after dozens of batches.
      """,
    figure: .curve(
      "The fresh mean of white pictures, from one to ten batches",
      of: "the fresh mean of one to ten batches", x: "batches", y: "running mean")
  ) { probe in
    let data = DrawnDigits.dataset(training: 40, test: 0, seed: probe.seed).training
    let batches = data.batches(of: 8, normalize: Normalize(mean: 0, deviation: 1))
    let norm = BatchNorm2D(1)
    norm.runningMean = .ones([1])
    withFreshStatistics(of: norm, from: batches) {
      probe.tell("the fresh mean", norm.runningMean)
      probe.tell("the fresh variance", norm.runningVariance)
      probe.tell("the batches tracked", norm.batchesTracked)
    }
    probe.tell("the mean afterwards", norm.runningMean)
    probe.tell("the momentum afterwards", Double(norm.momentum ?? -1))
    let white = LabeledImages(
      pixels: [UInt8](repeating: 255, count: 20 * 4), labels: [Int](repeating: 0, count: 20),
      height: 2, width: 2, classNames: ["white"])
    let means = (1...10).map { count in
      let some = white.prefix(2 * count).batches(of: 2, normalize: Normalize(mean: 0, deviation: 1))
      return withFreshStatistics(of: norm, from: some) { norm.runningMean.scalars[0] }
    }
    probe.tell("the fresh mean of one to ten batches", means)
  }
}
