import Chapter2Net
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
      The training loss is better than ever and the test worse: 1.124, 1.119 and 0.984 where 1.532, 1.591 and \
      1.419 are usual, but 0.716, 0.704 and 0.784 of the test digits instead of 0.812, 0.798 and 0.794 (6,000 \
      digits, one epoch, seeds 1, 2 and 3).
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
      """,
    figure: .curve(
      "The training loss is lower than it should be", of: "the losses on the way",
      x: "batches, in threes", y: "loss"),
    training: { $0.tell(ShortTraining()) { Net(using: &$0) } }
  ) { probe in
    let data = DrawnDigits.dataset(training: 50, test: 0, seed: probe.seed).training
    let normalize = Normalize(mean: 0, deviation: 1)
    let batches = Array(data.batches(of: 16, normalize: normalize, shuffledBy: probe.random))
    probe.tell("the number of batches", batches.count)
    probe.tell("the labels of all batches", batches.flatMap(\.labels))
    probe.tell("the brightness of each batch", batches.map { $0.images.mean().scalar })
  }
}
