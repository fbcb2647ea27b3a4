import Foundation
import Layers
import Optimizers
import Training

/// Keeps a training in a file, and the weights of its best epoch beside it.
struct Keeper {
  let file: URL
  let net: any Layer
  let optimizer: any Optimizer
  let settings: [String: String]
  let preparation: Preparation
  /// How many epochs were over before this file was begun; their weights may not be at hand.
  let earlierEpochs: Int

  /// What a `Trainer` is to tell where it stands.
  ///
  /// A full disk is no reason to lose a training; so a warning is all that follows.
  func keep(_ progress: TrainingProgress) {
    do {
      try Checkpoint.write(
        net, optimizer, progress, settings: settings, preparation: preparation, to: file)
      if isBest(progress) { try Checkpoint.write(net, preparation: preparation, to: file.best) }
    } catch {
      warning("What was learned could not be kept.", "\(error). Training goes on.")
    }
  }

  /// Whether an epoch has just ended that is better than all before it.
  func isBest(_ progress: TrainingProgress) -> Bool {
    guard progress.epoch.batches == 0 else { return false }
    var history = progress.history
    history.epochs.removeFirst(min(earlierEpochs, history.epochs.count))
    return history.best != nil && history.best?.number == history.epochs.last?.number
  }
}

extension URL {
  /// Where the weights of the best epoch are kept: beside `net.safetensors` it is
  /// `net-best.safetensors`.
  var best: URL {
    let name = deletingPathExtension().lastPathComponent + "-best"
    let best = deletingLastPathComponent().appending(path: name)
    return pathExtension.isEmpty ? best : best.appendingPathExtension(pathExtension)
  }
}
