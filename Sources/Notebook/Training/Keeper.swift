import Foundation
import Layers
import Optimizers
import Training

/// Saves a checkpoint to a file, and the weights of the best epoch beside it.
struct Keeper {
  let file: URL
  let net: any Layer
  let optimizer: any Optimizer
  let settings: [String: String]
  let preparation: Preparation
  /// How many epochs were over before this file was begun; they are not compared with the later ones.
  let earlierEpochs: Int

  /// Writes the net and the progress of its training.
  ///
  /// A full disk is no reason to end a training, so an error is only a warning.
  func keep(_ progress: TrainingProgress) {
    do {
      try Checkpoint.write(
        net, optimizer, progress, settings: settings, preparation: preparation, to: file)
      if isBest(progress) { try Checkpoint.write(net, preparation: preparation, to: file.best) }
    } catch {
      warning("What was learned could not be kept.", "\(error). Training goes on.")
    }
  }

  /// Whether the epoch that has just ended is the best so far.
  func isBest(_ progress: TrainingProgress) -> Bool {
    guard progress.epoch.batches == 0 else { return false }
    var history = progress.history
    history.epochs.removeFirst(min(earlierEpochs, history.epochs.count))
    return history.best != nil && history.best?.number == history.epochs.last?.number
  }
}

extension URL {
  /// The file for the weights of the best epoch: beside `net.safetensors` it is
  /// `net-best.safetensors`.
  var best: URL {
    let name = deletingPathExtension().lastPathComponent + "-best"
    let best = deletingLastPathComponent().appending(path: name)
    return pathExtension.isEmpty ? best : best.appendingPathExtension(pathExtension)
  }
}
