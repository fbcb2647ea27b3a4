import Notebook
import Training

/// How the training of one net from one seed went.
struct Outcome: Encodable {
  /// Of every batch, before the net learned from it.
  let losses: [Double]

  /// The mean of the last epoch's.
  let loss: Double

  /// The share of test pictures recognized at the end.
  let accuracy: Double

  init(_ run: TrainingRun) {
    losses = run.losses
    (loss, accuracy) = run.history.epochs.last.map { ($0.loss, $0.accuracy) } ?? (.nan, .nan)
  }

  /// The mean of the last fifty.
  var lossAtEnd: Double { losses.suffix(50).reduce(0, +) / Double(min(50, losses.count)) }

  /// Means of `length` losses in a row: a line that can be read.
  func smoothed(over length: Int) -> [Double] {
    stride(from: 0, to: losses.count - length + 1, by: length).map {
      losses[$0..<$0 + length].reduce(0, +) / Double(length)
    }
  }
}

/// How the trainings of each net went: the mean over all seeds, with the least and the greatest.
func outcomeTable(
  _ trials: [Trial<Model, Outcome>], of models: [Model], _ loss: KeyPath<Outcome, Double>,
  _ title: String
) -> Table {
  var table = Table("net", title, "test accuracy")
  for model in models {
    guard let loss = trials.spread(of: model, { $0[keyPath: loss] }),
      let accuracy = trials.spread(of: model, \.accuracy)
    else { continue }
    table.add(model, loss, accuracy)
  }
  return table
}
