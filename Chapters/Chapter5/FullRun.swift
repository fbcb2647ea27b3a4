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
}

extension FullRun {
  /// A note about where the numbers below come from, if not from this run.
  func showRecord() { record?.show() }

  private init(log: [UInt8]) {
    let (record, lines) = RunRecord.reading(log, lines: Line.self)
    self.record = record
    epochs = lines.compactMap(\.epoch)
    trials = lines.compactMap(\.trial)
  }

  private struct Line: Decodable {
    let epoch: EpochRecord?
    let trial: Trial<NarrowModel, NarrowResult>?
  }
}
