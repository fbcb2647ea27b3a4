import Autograd
import Datasets
import Exercising

extension Exercise {
  static let overlapping = Exercise(
    "overlapping", chapter: 2, .find, "A training loss that is too good",
    file: "Sources/Datasets/Batches/BatchRecipe.swift",
    original: "order.dropFirst(number * batchSize).prefix(batchSize)",
    given: "order.dropFirst(number).prefix(batchSize)",
    symptom: """
      The training loss is better than ever and the test worse: 0.926, 1.011 and 0.914 where 1.261, 1.338 and \
      1.176 are usual, but 0.784, 0.770 and 0.816 of the test pictures instead of 0.864, 0.822 and 0.870 \
      (6,000 digits, one epoch, seeds 1, 2 and 3).
      """,
    failure: "the labels of all batches",
    hints: """
      Two curves disagree. How could a net know its training pictures better than usual after one epoch?

      Count how many different pictures an epoch shows: it is 157 of 6,000.

      Batches must not overlap: batch n begins behind n whole batches, at `number * batchSize`.
      """,
    story: """
      Every epoch showed the same few pictures in another order, which the net knew by heart. A training loss \
      that is too good is a symptom like any other.
      """
  ) { probe in
    let data = DrawnDigits.dataset(training: 50, test: 0, seed: probe.seed).training
    let normalize = Normalize(mean: 0, deviation: 1)
    let batches = Array(data.batches(of: 16, normalize: normalize, shuffledBy: probe.random))
    probe.tell("the number of batches", batches.count)
    probe.tell("the labels of all batches", batches.flatMap(\.labels))
    probe.tell("the brightness of each batch", batches.map { $0.images.mean().scalar })
  }
}
