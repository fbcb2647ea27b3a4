import Autograd
import Datasets
import Exercising
import Training

extension Exercise {
  static let fallingByItself = Exercise(
    "falling-by-itself", chapter: 4, .find, "A loss that falls by itself",
    file: "Sources/Training/TrainingProgress.swift",
    original: "var ended = epoch",
    given: """
      var ended = epoch
          ended.loss = ended.loss * Double(ended.batches) / Double(batches)
      """,
    symptom: """
      A net with a learning rate of 0 seems to learn: the mean losses of its first four epochs are 2.303, \
      1.151, 0.768 and 0.576. Counted by hand, each is 2.303.
      """,
    failure: "the loss of epoch 2",
    hints: """
      Divide the wrong losses by the right ones, epoch by epoch.

      Print the sum of the losses and the count of batches at the end of each epoch.

      Sum and count belong together: the sum of an epoch is divided by the epoch's own batches, not by all there were. \
      `Epoch.add` has computed that mean already.
      """,
    story: """
      The ResNet-18 notebook does this: it sets its count of batches to zero once and its sum in each epoch, so its \
      loss is divided by the number of the epoch. A curve that falls like 1/k is bookkeeping, not learning.
      """,
    source:
      "the ResNet-18 notebook of this book; with the sum in place of the count, pytorch-beginner, issue 40",
    figure: .curve(
      "The mean loss of a net whose learning rate is 0", of: "the mean losses of eight epochs",
      x: "epoch", y: "mean loss")
  ) { probe in
    var random = probe.random
    let data = DrawnDigits.dataset(training: 20, test: 0, seed: probe.seed).training
    let run = TrainingRun(epochs: 3)
    for epoch in run.epochs {
      let normalize = Normalize(mean: 0, deviation: 1)
      for batch in run.batches(data.batches(of: 8, normalize: normalize)) {
        let scores = Tensor.uniform([batch.labels.count, 10], in: -1...1, using: &random)
        run.record(crossEntropy(scores, batch.labels), scores, batch.labels)
      }
      run.endEpoch(Score())
      probe.tell("the loss of epoch \(epoch)", run.history.epochs.last!.loss)
      probe.tell("the pictures of epoch \(epoch)", run.history.epochs.last!.trained)
    }
    let idle = TrainingRun(epochs: 8)
    for _ in idle.epochs {
      for batch in idle.batches(data.batches(of: 8, normalize: Normalize(mean: 0, deviation: 1))) {
        let scores = Tensor.zeros([batch.labels.count, 10])
        idle.record(crossEntropy(scores, batch.labels), scores, batch.labels)
      }
      idle.endEpoch(Score())
    }
    probe.tell("the mean losses of eight epochs", idle.history.epochs.map(\.loss))
  }
}
