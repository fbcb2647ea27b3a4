import Chapter2Net
import Autograd
import Datasets
import Exercising

extension Exercise {
  static let labelsApart = Exercise(
    "labels-apart", chapter: 2, .find, "A loss that stays near ln 10",
    file: "Sources/Datasets/Batches/BatchMaker.swift",
    original: "labels: indices.map { recipe.data.labels[$0] })",
    given: "labels: Array(recipe.data.labels.prefix(indices.count)))",
    symptom: """
      The mean loss of an epoch on 6,000 digits is 2.239, 2.240 and 2.242, and 0.120, 0.090 and 0.110 of the \
      test digits are recognized after it, where 0.812, 0.798 and 0.794 are usual (seeds 1, 2 and 3). The \
      gradients are right.
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
    source: "DrexelChatbot, issue 15; kaggle_image-classify, issue 12",
    figure: .curve(
      "The loss stays near the logarithm of 10", of: "the losses on the way",
      x: "batches, in threes", y: "loss"),
    training: { $0.tell(ShortTraining()) { Net(using: &$0) } }
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
