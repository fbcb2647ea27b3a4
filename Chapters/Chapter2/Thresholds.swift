import Datasets
import Notebook
import Training

/// The least accuracy to be reached on a data set, in batches of 64.
struct Threshold {
  let afterFirst, bestOfTen: Double

  /// Measured over seeds 1 to 5: 0.9724 to 0.9746 after the first epoch, 0.9899 to 0.9903 at best.
  static let mnist = Threshold(afterFirst: 0.968, bestOfTen: 0.987)

  /// Measured over seeds 1 to 5, which also draw other digits: 0.8495 to 0.9010 and 0.9875 to 0.9930.
  static let drawn = Threshold(afterFirst: 0.8, bestOfTen: 0.975)
}

extension Threshold {
  /// |F(x)| : |x| in a fresh net's two blocks.
  ///
  /// Measured over seeds 1 to 7: 0.163 to 0.304.
  static let leastAdded = 0.1, mostAdded = 0.4

  /// How far the first loss may be from −log ⅒.
  ///
  /// Measured over seeds 1 to 3: 0.006 to 0.03.
  static let firstLoss = 0.1

  /// How far cross-entropy by hand may be from the library's.
  ///
  /// Measured: at most 3e-8.
  static let entropy: Float = 1e-6
}

/// Checks the accuracy, where a threshold was measured.
func checkAccuracy(
  _ history: History, on data: Dataset, batchSize: Int, _ checks: inout Checks
) {
  let known = [DatasetName.mnist.title: Threshold.mnist, DatasetName.drawn.title: .drawn]
  guard batchSize == 64, let threshold = known[data.name] else {
    return note(
      "No bounds were measured for the accuracy on \(data.name) in batches of \(batchSize).")
  }
  checks.expect(
    "test accuracy after epoch 1", got: history.epochs[0].accuracy, atLeast: threshold.afterFirst)
  if history.epochs.count >= 10, let best = history.best {
    checks.expect(
      "best test accuracy in \(history.epochs.count) epochs", got: best.accuracy,
      atLeast: threshold.bestOfTen)
  }
}

/// Checks all mean losses against the notebook's, on its data in its batches.
///
/// Measured over seeds 1 to 3: 0.84 to 1.08 times the notebook's.
func checkLosses(
  _ history: History, on data: Dataset, batchSize: Int, _ checks: inout Checks
) {
  guard data.name == DatasetName.mnist.title, batchSize == 64 else { return }
  let pairs = zip(history.epochs, Published.losses).flatMap { zip($0.windows.map(\.loss), $1) }
  let ratios = pairs.map { $0 / $1 }
  checks.expect("all losses, divided by the notebook's", got: ratios, .atLeast(0.65))
  checks.expect("all losses, divided by the notebook's", got: ratios, .atMost(1.4))
}
