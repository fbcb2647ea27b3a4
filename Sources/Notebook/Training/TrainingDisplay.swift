import Foundation
import Layers
import Optimizers
import Sentences
import Training

extension TrainingRun {
  /// A run that shows itself, ends at Ctrl-C, and is saved and loaded as the command line asks.
  ///
  /// It shows a bar for all of it and prints a line for each mean loss and each epoch.
  ///
  /// - Parameters:
  ///   - net: what is trained; its state is replaced if there is a file to load.
  ///   - optimizer: what trains it, likewise.
  ///   - epochs: how many there are to be in the end, those of a loaded run among them.
  ///   - lossWindow: after how many batches the mean of their losses is printed.
  ///   - data: what is learned; it must be the same when a run is resumed, as must the batch size.
  ///   - batchSize: how many pictures a batch has.
  ///   - preparation: what is done to pictures before the net sees them, saved for whoever uses it later.
  ///   - checkpoints: the files of `--save` and `--load`.
  ///   - log: gets a JSON object for each line that is printed.
  ///   - keepsGoing: whether it goes on after a loss that is infinite or NaN, instead of ending the program.
  public convenience init(
    _ net: any Layer, _ optimizer: any Optimizer, epochs: Int, lossWindow: Int = 300, data: String,
    batchSize: Int, preparation: Preparation, checkpoints: Checkpoints, log: JSONLines?,
    keepsGoing: Bool = false
  ) {
    let (progress, keeper) = checkpoints.begin(
      net, optimizer, data: data, batchSize: batchSize, preparation: preparation)
    self.init(epochs: epochs, after: progress)
    self.lossWindow = lossWindow
    if let keeper { keep = keeper.keep }
    report = TrainingDisplay(epochs: epochs, log: log).show
    whenNotFinite = { loss in
      if keepsGoing { return warning("Nothing more will be learned", "\(loss).") }
      orExit { throw SentenceError("\(loss); --keep-going goes on nevertheless") }
    }
    Interrupt.watch()
    shouldStop = { Interrupt.isRaised }
  }
}

/// A bar for a whole training, and a line for each mean loss and each epoch, as the MNIST notebook
/// prints them.
private final class TrainingDisplay {
  private let epochs: Int
  private let log: JSONLines?
  private var meter: Meter?
  private var recent: Float?

  init(epochs: Int, log: JSONLines?) { (self.epochs, self.log) = (epochs, log) }

  func show(_ event: TrainingRun.Event) {
    switch event {
    case .epochBegan(let number, let batches):
      meter = meter ?? Meter("training", total: epochs * batches)
      meter?.advance(to: (number - 1) * batches)
    case .batchesSkipped(let batches):
      meter?.advance(by: batches)
    case .batchEnded(let loss):
      recent = recent.map { 0.95 * $0 + 0.05 * loss } ?? loss
      meter?.note = "loss \(decimals(Double(recent!), 3))"
      meter?.advance()
    case .windowEnded(let window):
      let batch = "\(window.batch)".padded(to: 5, .right)
      printLines("[\(window.epoch), \(batch)] loss: \(decimals(window.loss, 3))")
      record(Line(window: window))
    case .epochEnded(let epoch):
      printLines(
        "epoch \(epoch.number): \(decimals(100 * epoch.accuracy, 2)) % of the test pictures "
          + "[\(epoch.correct)/\(epoch.tested)], \(decimals(epoch.seconds, 1)) s")
      record(Line(epoch: epoch))
    case .ended:
      meter?.finish()
    }
  }

  private func record(_ line: Line) { orExit { try log?.append(line) } }

  private struct Line: Encodable {
    var window: Epoch.Window?
    var epoch: Epoch?
  }
}
