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

  public init(_ net: any Layer, _ optimizer: any Optimizer) {
    (self.net, self.optimizer) = (net, optimizer)
  }

  /// What is reported.
  public enum Event {
    case epochBegan(Int, batches: Int)
    case batchEnded(loss: Float)
    case windowEnded(Epoch.Window)
    case examinationBegan
    case epochEnded(Epoch)
  }

  /// Trains for some epochs, and examines the net after each.
  ///
  /// - Parameters:
  ///   - batches: those of one epoch, given its number, counted from 1.
  ///   - test: what the net is examined on, in evaluation mode.
  /// - Returns: how it went; shorter than `epochs` if it was stopped.
  public func train(
    epochs: Int, on batches: (_ epoch: Int) -> Batches, test: Batches
  ) -> History {
    var history = History()
    for number in 1...max(1, epochs) where !history.wasStopped {
      let start = Date()
      var epoch = Epoch(number: number)
      let batches = batches(number)
      report(.epochBegan(number, batches: batches.count))
      let before = history.epochs.reduce(0) { $0 + $1.batches }
      history.wasStopped = learn(from: batches, after: before, into: &epoch)
      report(.examinationBegan)
      (epoch.correct, epoch.tested) = score(of: net, on: test)
      epoch.seconds = Date().timeIntervalSince(start)
      history.epochs.append(epoch)
      report(.epochEnded(epoch))
    }
    return history
  }

  /// One pass, after so many batches in others; `true` if it was stopped on the way.
  private func learn(from batches: Batches, after before: Int, into epoch: inout Epoch) -> Bool {
    var window: [Float] = []
    for (index, batch) in batches.enumerated() {
      if let schedule { optimizer.learningRate = schedule.learningRate(at: before + index) }
      let logits = net(batch.images.on(Tape()))
      let loss = crossEntropy(logits, batch.labels)
      optimizer.step(loss.backward())

      epoch.add(loss.scalar, right: matches(logits, batch.labels), of: batch.labels.count)
      window.append(loss.scalar)
      report(.batchEnded(loss: loss.scalar))
      if window.count == lossWindow {
        let mean = window.reduce(0) { $0 + Double($1) } / Double(window.count)
        epoch.windows.append(Epoch.Window(epoch: epoch.number, batch: index + 1, loss: mean))
        report(.windowEnded(epoch.windows.last!))
        window = []
      }
      if shouldStop() { return true }
    }
    return false
  }
}
