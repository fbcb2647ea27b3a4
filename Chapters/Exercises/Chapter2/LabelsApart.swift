import Autograd
import Datasets
import Exercising

extension Exercise {
  static let labelsApart = Exercise(
    "labels-apart", chapter: 2, .find, "A loss that stays at ln 10",
    file: "Sources/Datasets/Batches/BatchMaker.swift",
    original: "labels: indices.map { recipe.data.labels[$0] })",
    given: "labels: Array(recipe.data.labels.prefix(indices.count)))",
    symptom: """
      After an epoch the loss is 2.305, 2.307 and 2.306 (seeds 1, 2 and 3), and 0.128, 0.062 and 0.094 of the \
      test pictures are recognized. The gradients are right, and the net learns five batches by heart if they \
      are always the same.
      """,
    failure: "the labels of batch 0",
    hints: """
      ln 10 = 2.303 is the loss of a net that gives each of ten digits a tenth. What does it not get to know?

      Print the first four labels of a shuffled batch and show their pictures beside them.

      One permutation for both: the label of each picture is found by its index, recipe.data.labels[index].
      """,
    story: """
      The net has learned everything there was to learn: how often each class occurs. A loss that stays at \
      the logarithm of the number of classes asks you to look at pictures with their labels, as they are given \
      to the net.
      """,
    source: "DrexelChatbot, issue 15; kaggle_image-classify, issue 12"
  ) { probe in
    let data = DrawnDigits.dataset(training: 50, test: 0, seed: probe.seed).training
    let normalize = Normalize(mean: 0.1307, deviation: 0.3081)
    let batches = data.batches(of: 16, normalize: normalize, shuffledBy: probe.random)
    for (number, batch) in batches.enumerated() {
      probe.tell("the brightness of batch \(number)", batch.images.mean())
      probe.tell("the labels of batch \(number)", batch.labels)
    }
  }
}
