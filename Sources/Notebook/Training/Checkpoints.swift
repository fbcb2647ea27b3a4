import Datasets
import Foundation
import Safetensors
import Sentences
import Training

/// The files of `--save` and `--load`, for a chapter that trains one net.
///
///     let checkpoints = Checkpoints(options)
///     var trainer = Trainer(net, optimizer)
///     let progress = checkpoints.prepare(
///       &trainer, data: data.name, batchSize: batchSize, preparation: preparation)
///     let history = trainer.train(epochs: epochs, after: progress, …)
public struct Checkpoints {
  private let options: ChapterOptions
  private let loaded: Checkpoint?

  /// Checks at the start that one file can be written, and reads the other.
  ///
  /// If that fails, the program ends with a sentence.
  public init(_ options: ChapterOptions) {
    self.options = options
    loaded = orExit {
      for file in [options.save, options.save?.best] {
        try file.map(SafetensorsFile.requireWritable)
      }
      return try options.load.map { try Checkpoint($0) }
    }
  }

  /// Restores the net and its optimizer, and makes the trainer save checkpoints from now on.
  ///
  /// If the file does not fit the net, or is of a training with another seed, batch size or data set, the
  /// program ends with a sentence.
  ///
  /// - Parameter preparation: how the pictures are prepared; it is saved with the net, for inference.
  /// - Returns: how far training is.
  public func prepare(
    _ trainer: inout Trainer, data: String, batchSize: Int, preparation: Preparation
  ) -> TrainingProgress {
    let settings = ["seed": "\(options.seed)", "batch size": "\(batchSize)", "data set": data]
    let progress = orExit { try resume(trainer, settings) }
    if let file = options.save {
      let keeper = Keeper(
        file: file, net: trainer.net, optimizer: trainer.optimizer, settings: settings,
        preparation: preparation,
        earlierEpochs: goesOnInSameFile ? 0 : progress.history.epochs.count)
      trainer.keep = keeper.keep
    }
    return progress
  }

  private var goesOnInSameFile: Bool {
    options.load?.resolvingSymlinksInPath() == options.save?.resolvingSymlinksInPath()
  }

  private func resume(_ trainer: Trainer, _ settings: [String: String]) throws -> TrainingProgress {
    guard let loaded, let file = options.load?.path else { return TrainingProgress() }
    guard let progress = loaded.progress else {
      try loaded.load(into: trainer.net, trainer.optimizer)
      note("Training begins with the weights in \(file).")
      return TrainingProgress()
    }
    for (name, here) in settings.sorted(by: <) {
      let there = loaded.settings[name] ?? "unknown"
      guard there == here else {
        throw SentenceError(
          "\(file) is of a training whose \(name) was \(there); here it is \(here)")
      }
    }
    try loaded.load(into: trainer.net, trainer.optimizer)
    let batches = progress.epoch.batches
    note(
      "\(file) holds \(progress.history.epochs.count) epochs"
        + (batches > 0 ? " and \(batches) batches" : "") + "; training goes on from there.")
    return progress
  }
}
