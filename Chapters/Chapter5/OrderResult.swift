import Chapter5Net
import Notebook
import Training

/// How one training of the notebook's net went.
struct OrderResult: Encodable {
  /// Of every batch, before the net learned from it.
  let losses: [Double]
  let epochs: [EpochRecord]
}

/// How one epoch of one training went: what is logged of it, a line each.
struct EpochRecord: Codable, Equatable {
  let order: Order
  let seed: UInt64
  /// Counted from 1.
  let epoch: Int
  /// The mean over all batches.
  let loss: Double
  let trainingAccuracy: Double

  /// Test accuracy with running statistics, with each batch's own, and with statistics estimated
  /// afresh.
  let running, batch, fresh: Double
  /// How long the training of the epoch took; `nil` in records made before this was kept.
  let seconds: Double?

  /// - Parameter run: its last epoch is recorded.
  init(_ order: Order, seed: UInt64, _ run: TrainingRun, batch: Score, fresh: Score) {
    let epoch = run.history.epochs.last!
    (self.order, self.seed, self.epoch, loss) = (order, seed, epoch.number, epoch.loss)
    (trainingAccuracy, running) = (epoch.trainingAccuracy, epoch.accuracy)
    (self.batch, self.fresh, seconds) = (batch.accuracy, fresh.accuracy, epoch.seconds)
  }
}

extension [EpochRecord] {
  func of(_ order: Order) -> [EpochRecord] { filter { $0.order == order } }

  /// One value of all seeds, epoch by epoch: `[epoch][seed]`.
  func byEpoch<Value>(_ value: KeyPath<EpochRecord, Value>) -> [[Value]] {
    let last = map(\.epoch).max() ?? 0
    return (0..<last).map { i in filter { $0.epoch == i + 1 }.map { $0[keyPath: value] } }
  }

  /// One value of all epochs, seed by seed: `[seed][epoch]`.
  func bySeed(_ value: KeyPath<EpochRecord, Double>) -> [[Double]] {
    Set(map(\.seed)).sorted().map { seed in
      filter { $0.seed == seed }.sorted { $0.epoch < $1.epoch }.map { $0[keyPath: value] }
    }
  }
}
