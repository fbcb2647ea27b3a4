import Chapter5Net
import Datasets
import Foundation
import Notebook

// What the text promises, each with what was measured.

extension Checks {
  /// What `full.jsonl` or a run with `--full` must have in common with the document.
  mutating func expectTheDocumentsLosses(_ epochs: [EpochRecord]) {
    for order in Order.allCases {
      let same = epochs.of(order)
      let furthest = same.filter { $0.epoch >= 2 }.map {
        abs($0.loss / Document.losses[order]![$0.epoch - 1] - 1)
      }.max()
      guard let furthest else { continue }
      expect(
        "\(order.title): from the second epoch on the losses of all seeds are the document's, to",
        got: furthest, atMost: 0.12)
      let best = same.bySeed(\.running).map { $0.max()! }.min()!
      expect("\(order.title): best test accuracy of the worst seed", got: best, atLeast: 0.88)
    }
  }

  mutating func expectStatistics(_ epochs: [EpochRecord]) {
    for order in Order.allCases {
      let same = epochs.of(order)
      guard let last = same.byEpoch(\.fresh).last?.min() else { continue }
      expect("\(order.title): fresh statistics in the last epoch", got: last, atLeast: 0.9)
    }
    let (running, fresh) = (unrest(epochs, \.running), unrest(epochs, \.fresh))
    expect("running statistics swing more than fresh ones, by", got: running / fresh, atLeast: 1.5)
  }

  /// What is promised of the gradient along the trunk.
  mutating func expectShares(_ gradients: [TrunkGradient]) {
    for ordering in Ordering.allCases {
      let shares = gradients.of(ordering).map(\.share)
      let claim = "\(ordering.title): the gradient at the start, measured by that at the end"
      if ordering == .normAfterAddition {
        expect(claim, got: shares.min()!, atLeast: 1e5)
      } else {
        expect(claim, got: shares.max()!, atMost: 1e3)
      }
    }
  }
}

/// How far test accuracy moves from one epoch to the next, on the mean of all runs from the third
/// epoch on.
private func unrest(_ epochs: [EpochRecord], _ value: KeyPath<EpochRecord, Double>) -> Double {
  let moves = Order.allCases.flatMap { epochs.of($0).bySeed(value) }.flatMap { run in
    zip(run.dropFirst(2), run.dropFirst(3)).map { abs($0 - $1) }
  }
  return moves.reduce(0, +) / Double(moves.count)
}

/// Ends the chapter if Ctrl-C was pressed; what was trained before has been shown.
func endIfInterrupted() {
  guard Interrupt.isRaised else { return }
  note("Stopped by Ctrl-C: what was trained is not checked, and what would follow is left out.")
  exit(Interrupt.exitStatus)
}
