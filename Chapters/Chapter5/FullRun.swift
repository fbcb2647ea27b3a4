import Foundation
import Notebook

/// The results of a run with `--full`: of this one, or of the one that was recorded.
struct FullRun {
  /// When and how it was made; `nil` for this run.
  var record: RunRecord?
  var epochs: [EpochRecord] = []
  var trials: NarrowTrials = []

  /// What tables and charts add to their titles.
  var mark: String { record == nil ? "" : ", recorded" }

  /// The run whose log is `full.jsonl`, beside this file, recorded because it takes two hours.
  ///
  /// `--full --log` makes it again, to the bit on a machine of the same kind.
  static let recorded = FullRun(log: PackageResources.full_jsonl)

  /// A note about where the numbers below come from, if not from this run.
  func showRecord() {
    guard let record else { return }
    note("Recorded on \(record.date), not computed in this run: \(record.command)")
  }
}

extension FullRun {
  /// - Parameter log: a JSON object per line; what is neither a record, an epoch nor a trial is skipped.
  private init(log: [UInt8]) {
    let lines = log.split(separator: UInt8(ascii: "\n")).compactMap {
      try? JSONDecoder().decode(Line.self, from: Data($0))
    }
    guard let record = lines.compactMap(\.record).first else {
      fatalError(
        "full.jsonl does not say when and how it was made; its first line should: {\"record\":…}")
    }
    self.record = record
    epochs = lines.compactMap(\.epoch)
    trials = lines.compactMap(\.trial)
  }

  private struct Line: Decodable {
    let record: RunRecord?
    let epoch: EpochRecord?
    let trial: Trial<NarrowModel, NarrowResult>?
  }
}
