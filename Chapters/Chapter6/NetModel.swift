import Autograd
import Chapter6Net
import Notebook
import Training

/// A net that is trained and compared with others: its depth, its shortcuts, and what keeps its branches small.
struct NetModel: Hashable, Codable, CustomStringConvertible {
  let depth: Int
  var isResidual = true
  var scaling = Scaling.norm

  var description: String {
    (isResidual ? "residual " : "plain ") + "\(depth)"
      + (scaling == .norm ? "" : ", \(scaling.title)")
  }

  func net(seed: UInt64) -> StackedNet {
    var random = Random(seed: seed)
    return StackedNet(depth: depth, isResidual: isResidual, scaling, using: &random)
  }
}

/// How a training went, epoch by epoch.
struct Trained: Codable {
  /// The mean over the batches of each epoch.
  let losses: [Double]
  /// After each epoch, the share of the test pictures that are not recognized, with fresh statistics.
  let errors: [Double]

  init(_ run: TrainingRun) {
    losses = run.history.epochs.map(\.loss)
    errors = run.history.epochs.map { 1 - $0.accuracy }
  }

  /// After the last epoch.
  var error: Double { errors.last ?? .nan }
}
