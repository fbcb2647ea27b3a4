import Foundation
import Layers
import Optimizers
import Safetensors
import Sentences
import Training

/// The files of `--save` and `--load`, for a chapter that trains one net.
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

  /// Gives a net and its optimizer what was loaded, if anything was.
  ///
  /// A file of another net ends the program with a sentence; so does one of a training with another
  /// seed, batch size or data set, which cannot be resumed.
  ///
  /// - Returns: where the training stands, and what saves it from now on, if `--save` was given.
  func begin(
    _ net: any Layer, _ optimizer: any Optimizer, data: String, batchSize: Int,
    preparation: Preparation
  ) -> (progress: TrainingProgress, keeper: Keeper?) {
    let settings = ["seed": "\(options.seed)", "batch size": "\(batchSize)", "data set": data]
    let progress = orExit { try resume(net, optimizer, settings) }
    let keeper = options.save.map { file in
      Keeper(
        file: file, net: net, optimizer: optimizer, settings: settings, preparation: preparation,
        earlierEpochs: savesToLoadedFile ? 0 : progress.history.epochs.count)
    }
    return (progress, keeper)
  }

  private var savesToLoadedFile: Bool {
    options.load?.resolvingSymlinksInPath() == options.save?.resolvingSymlinksInPath()
  }

  func resume(
    _ net: any Layer, _ optimizer: any Optimizer, _ settings: [String: String]
  ) throws -> TrainingProgress {
    guard let loaded, let file = options.load?.path else { return TrainingProgress() }
    guard let progress = loaded.progress else {
      try load(loaded, into: net, optimizer)
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
    try load(loaded, into: net, optimizer)
    let batches = progress.epoch.batches
    note(
      "\(file) holds \(counted(progress.history.epochs.count, "epoch"))"
        + (batches > 0 ? " and \(counted(batches, "batch", "batches"))" : "")
        + "; training goes on from there.")
    return progress
  }

  /// Loads a file and prints the remarks on it.
  ///
  /// - Throws: an error that also says whose net is in the file, if that is known, and what reads it.
  private func load(
    _ file: Checkpoint, into net: any Layer, _ optimizer: any Optimizer
  ) throws {
    do {
      for remark in try file.load(into: net, optimizer) { note(remark) }
    } catch {
      let known = KnownNet(of: file.shapes.map(\.name))
      let hint = known.map {
        ". Its names are those of \($0.title), which `swift run classify` reads"
      }
      throw SentenceError("\(error)\(hint ?? "")")
    }
  }
}
