import Autograd
import Datasets
import Exercising
import Training

extension Exercise {
  static let shortBatch = Exercise(
    "short-batch", chapter: 4, .predict, "One picture counts as 64",
    questions: [
      "the mean of the batches' losses, 64 pictures with 2.0 and one with 5.0",
      "the mean over the pictures",
    ],
    symptom: """
      65 pictures in batches of 64: the loss of the first batch is 2.0, that of the last, of one picture, is 5.0. What \
      does `Epoch.loss` say, which is the mean over batches, and what is the mean over pictures?
      """,
    hints: """
      How many batches are there, and how many pictures does each stand for?

      Print both means for two batches of the same size, and then for these.

      (2 + 5) / 2 = 3.5, and (64 · 2 + 5) / 65 = 2.046.
      """,
    story: """
      Ours is the first kind, as in the notebooks, so that numbers can be compared. The difference is that of a last \
      batch, and matters where a test set is small or the last batch is hard.
      """,
    source: "nolearn, issue 247; ViP, issue 13"
  ) { probe in
    let data = DrawnDigits.dataset(training: 65, test: 0).training
    let run = TrainingRun(epochs: 1)
    for _ in run.epochs {
      let normalize = Normalize(mean: 0, deviation: 1)
      for batch in run.batches(data.batches(of: 64, normalize: normalize)) {
        let scores = Tensor.zeros([batch.labels.count, 10])
        run.record(Tensor(batch.labels.count == 1 ? 5 : 2), scores, batch.labels)
      }
      run.endEpoch(Score())
    }
    probe.tell(
      "the mean of the batches' losses, 64 pictures with 2.0 and one with 5.0",
      run.history.epochs[0].loss)
    let sum = zip(run.losses, [64.0, 1]).reduce(0) { $0 + $1.0 * $1.1 }
    probe.tell("the mean over the pictures", sum / 65, within: 0.002)
  }
}
