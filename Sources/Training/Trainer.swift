import Autograd
import Datasets
import Foundation
import Layers
import Optimizers

/// The loop of training: a pass over the training pictures, then an examination, then the next pass.
///
///     for batch in batches {
///       let loss = crossEntropy(net(batch.images.on(Tape())), batch.labels)
///       optimizer.step(loss.backward())
///     }
///
/// is all that learning takes; what is around it here keeps the accounts.
public struct Trainer {
  public let net: any Layer
  public let optimizer: any Optimizer

  /// After how many batches the mean of their losses is reported.
  public var lossWindow = 300

  /// The optimizer's learning rate, if it changes on the way; a step is a batch, counted over all
  /// epochs.
  public var schedule: Schedule?

  /// Asked after every batch; `true` ends the training there, with all that was learned kept.
  public var shouldStop: () -> Bool = { false }

  /// Told what happens, as it happens.
  public var report: (Event) -> Void = { _ in }

  /// Told after every epoch where training stands, and before the last examination if it is stopped.
  ///
  /// With that, and with what the net and the optimizer are at that moment, it can be gone on with.
  public var keep: (TrainingProgress) -> Void = { _ in }

  public init(_ net: any Layer, _ optimizer: any Optimizer) {
    (self.net, self.optimizer) = (net, optimizer)
  }

  /// What is reported.
  public enum Event {
    case epochBegan(Int, batches: Int)
    /// The batches at the beginning of an epoch that were learned from before.
    case batchesSkipped(Int)
    case batchEnded(loss: Float)
    case windowEnded(Epoch.Window)
    case examinationBegan
    case epochEnded(Epoch)
  }

  /// Trains for some epochs, and examines the net after each.
  ///
  /// - Parameters:
  ///   - epochs: how many there are to be in the end, those of `progress` among them.
  ///   - progress: where an earlier training stood; with the net and the optimizer as they were then,
  ///     what comes out is the same to the bit as if it had never been stopped.
  ///   - batches: those of one epoch, given its number, counted from 1.
  ///   - test: what the net is examined on, in evaluation mode.
  /// - Returns: how it went; shorter than `epochs` if it was stopped.
  public func train(
    epochs: Int, after progress: TrainingProgress = TrainingProgress(),
    on batches: (_ epoch: Int) -> Batches, test: Batches
  ) -> History {
    var progress = progress
    while progress.history.epochs.count < max(1, epochs) {
      let batches = batches(progress.epoch.number)
      report(.epochBegan(progress.epoch.number, batches: batches.count))
      let wasStopped = learn(from: batches, &progress)
      let isOver = progress.epoch.batches >= batches.count
      if !isOver { keep(progress) }
      examine(on: test, &progress)
      if isOver { keep(progress) }
      if wasStopped {
        progress.history.wasStopped = true
        break
      }
    }
    return progress.history
  }

  /// One pass, or the rest of one; `true` if it was stopped on the way.
  private func learn(from batches: Batches, _ progress: inout TrainingProgress) -> Bool {
    let start = Date().addingTimeInterval(-progress.epoch.seconds)
    defer { progress.epoch.seconds = Date().timeIntervalSince(start) }
    if progress.epoch.batches > 0 { report(.batchesSkipped(progress.epoch.batches)) }
    let before = progress.history.epochs.reduce(0) { $0 + $1.batches }
    for batch in batches.dropFirst(progress.epoch.batches) {
      if let schedule {
        optimizer.learningRate = schedule.learningRate(at: before + progress.epoch.batches)
      }
      let logits = net(batch.images.on(Tape()))
      let loss = crossEntropy(logits, batch.labels)
      optimizer.step(loss.backward())

      let right = matches(logits, batch.labels)
      report(.batchEnded(loss: loss.scalar))
      if let window = progress.add(
        loss.scalar, right: right, of: batch.labels.count, window: lossWindow)
      {
        report(.windowEnded(window))
      }
      if shouldStop() { return true }
    }
    return false
  }

  /// The end of an epoch, be it over or not.
  private func examine(on test: Batches, _ progress: inout TrainingProgress) {
    let start = Date().addingTimeInterval(-progress.epoch.seconds)
    report(.examinationBegan)
    (progress.epoch.correct, progress.epoch.tested) = score(of: net, on: test)
    progress.epoch.seconds = Date().timeIntervalSince(start)
    report(.epochEnded(progress.endEpoch()))
  }
}
