import Foundation
import Notebook
import Training

/// How the training of one net from one seed went.
struct Outcome: Codable {
  /// Means of ten batches in a row, each batch before the net learned from it.
  let losses: [Double]
  /// The mean of the last fifty batches.
  let lossAtEnd: Double
  let epochs: [EpochOutcome]

  /// The mean of the last epoch's.
  var loss: Double { epochs.last?.loss ?? .nan }
  /// The share of test pictures recognized at the end.
  var accuracy: Double { epochs.last?.accuracy ?? .nan }

  /// The geometric mean of the gradients' ratio over all batches of the last ten epochs.
  var ratioInTheEnd: Double {
    let logarithms = epochs.suffix(10).map { Foundation.log($0.meanRatio) }
    return exp(logarithms.reduce(0, +) / Double(logarithms.count))
  }

  /// - Parameter norms: of the gradients of each batch.
  init(_ run: TrainingRun, _ norms: [GradientNorms]) {
    let fifty = run.losses.suffix(50)
    lossAtEnd = fifty.reduce(0, +) / Double(fifty.count)
    losses = stride(from: 0, to: run.losses.count - 9, by: 10).map {
      rounded(run.losses[$0..<$0 + 10].reduce(0, +) / 10)
    }
    var rest = norms[...]
    epochs = run.history.epochs.map { epoch in
      defer { rest = rest.dropFirst(epoch.batches) }
      return EpochOutcome(epoch, rest.prefix(epoch.batches))
    }
  }
}

/// How one epoch of it went.
struct EpochOutcome: Codable {
  /// The mean over its batches, and the share of test pictures recognized after it.
  let loss, accuracy: Double
  /// The first layer's gradient norm divided by the last one's, on its first batch.
  let ratio: Double
  /// The geometric mean of that ratio over its batches.
  let meanRatio: Double
  /// The least gradient norm of any layer on any of its batches.
  let smallest: Double

  init(_ epoch: Epoch, _ norms: ArraySlice<GradientNorms>) {
    (loss, accuracy) = (rounded(epoch.loss), epoch.accuracy)
    ratio = rounded(norms.first?.ratio ?? .nan)
    meanRatio = rounded(
      exp(norms.reduce(0) { $0 + Foundation.log($1.ratio) } / Double(norms.count)))
    smallest = rounded(norms.flatMap(\.norms).min() ?? .nan)
  }
}

/// To five digits: a record needs no more.
private func rounded(_ x: Double) -> Double { Double(String(format: "%.4e", x)) ?? x }

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
