import Chapter5Net

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
}

extension [EpochRecord] {
  func of(_ order: Order) -> [EpochRecord] { filter { $0.order == order } }

  /// One value of all seeds, epoch by epoch: `[epoch][seed]`.
  func byEpoch(_ value: KeyPath<EpochRecord, Double>) -> [[Double]] {
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
