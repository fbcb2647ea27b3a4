import Foundation
import Training

/// Shows training as it runs: a progress bar, a line for each mean loss and each epoch.
///
/// The lines have the form of those of the MNIST notebook. With a log, each is also a JSON object in a
/// file.
public final class TrainingDisplay {
  private let epochs: Int
  private let log: JSONLines?
  private var meter: Meter?
  private var recent: Float?

  /// - Parameters:
  ///   - epochs: how many there will be, for the bar.
  ///   - log: a file for the same numbers.
  public init(epochs: Int, log: JSONLines?) { (self.epochs, self.log) = (epochs, log) }

  /// Shows an event; this is what a `Trainer` reports to.
  public func report(_ event: Trainer.Event) {
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
    case .examinationBegan:
      break
    case .epochEnded(let epoch):
      printLines(
        "epoch \(epoch.number): \(decimals(100 * epoch.accuracy, 2)) % of the test pictures "
          + "[\(epoch.correct)/\(epoch.tested)], \(decimals(epoch.seconds, 1)) s")
      record(Line(epoch: epoch))
    }
  }

  /// Ends the bar.
  public func finish() { meter?.finish() }

  private func record(_ line: Line) { orExit { try log?.append(line) } }

  private struct Line: Encodable {
    var window: Epoch.Window?
    var epoch: Epoch?
  }
}

/// `x` with so many decimals.
func decimals(_ x: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", x) }
