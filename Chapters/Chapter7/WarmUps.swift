import Chapter7Blocks
import Notebook
import Plots
import Training

/// A Transformer that is trained: where its norms stand, and over how many steps its learning rate rises.
struct WarmUpModel: Hashable, Codable, CustomStringConvertible {
  let place: NormPlace
  let steps: Int

  var description: String {
    "\(place.rawValue), " + (steps == 0 ? "no warm-up" : "warm-up of \(steps) steps")
  }

  static let all = [
    WarmUpModel(place: .preNorm, steps: 0), WarmUpModel(place: .postNorm, steps: 0),
    WarmUpModel(place: .postNorm, steps: 30),
  ]
}

/// How a short training of a Transformer went.
struct SequenceResult: Codable, Equatable {
  /// The loss of each batch, and the share of test pictures that are recognized.
  let losses: [Double]
  let accuracy: Double

  init(_ run: TrainingRun) {
    (losses, accuracy) = (run.losses, run.history.epochs.last?.accuracy ?? 0)
  }

  /// The mean loss of the last twenty batches.
  var end: Double {
    let last = losses.suffix(20)
    return last.reduce(0, +) / Double(last.count)
  }
}

/// The loss at the end and the accuracy of each.
func warmUpTable(_ trials: [Trial<WarmUpModel, SequenceResult>]) -> Table {
  var table = Table("norm", "warm-up, steps", "loss, last 20 batches", "test accuracy, %")
  for model in WarmUpModel.all {
    guard let loss = trials.spread(of: model, \.end),
      let accuracy = trials.spread(of: model, digits: 1, { 100 * $0.accuracy })
    else { continue }
    table.add(model.place.rawValue, model.steps, loss, accuracy)
  }
  return table
}

/// The loss, batch by batch, as the mean of ten.
func warmUpChart(_ trials: [Trial<WarmUpModel, SequenceResult>]) -> Picture {
  var chart = LineChart(
    "Twelve blocks, the first eighty steps", x: Axis("ten batches each"), y: Axis("loss"))
  for model in WarmUpModel.all {
    let runs = trials.of(model).map { result in
      stride(from: 0, to: result.losses.count - 9, by: 10).map { start in
        result.losses[start..<start + 10].reduce(0, +) / 10
      }
    }
    if !runs.isEmpty { chart.line("\(model)", runs: runs) }
  }
  return chart.picture()
}
