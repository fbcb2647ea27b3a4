import Datasets
import Notebook
import Training

/// Checks what the text promises of the accuracy, where it does.
func checkAccuracy(
  _ history: History, on data: Dataset, _ extent: Extent, batchSize: Int, _ checks: inout Checks
) {
  guard let best = history.best, batchSize == 128, let least = threshold(data, extent, history)
  else {
    return note(
      "Nothing is promised of the accuracy on \(data.name) in \(history.epochs.count) epochs of \(extent.training) pictures in batches of \(batchSize)."
    )
  }
  checks.expect("best test accuracy", got: best.accuracy, atLeast: least)
}

private func threshold(_ data: Dataset, _ extent: Extent, _ history: History) -> Double? {
  switch (data.name, extent.training, history.epochs.count) {
  case (DatasetName.fashionMNIST.title, 60_000, 2...): 0.88
  case (DatasetName.fashionMNIST.title, 6_400, 2...): 0.6
  case (DatasetName.drawn.title, 6_400, 2...): 0.6
  default: nil
  }
}
