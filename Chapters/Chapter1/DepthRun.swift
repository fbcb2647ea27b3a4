import Notebook
import Plots

/// The trainings of 15 epochs from five seeds: of a run with `--full`, or of the one that was recorded.
struct DepthRun {
  /// When and how it was made; `nil` for this run.
  let record: RunRecord?
  let trials: [Trial<Model, Outcome>]

  /// What titles of tables and charts end with.
  var mark: String { record == nil ? "" : ", recorded" }

  /// The run whose log is `full.jsonl`, beside this file, recorded because it takes long.
  ///
  /// `--full --log` makes it again, to the bit on a machine of the same kind.
  static let recorded = DepthRun(log: PackageResources.full_jsonl)

  /// This run; `nil` if it is not as long as the recorded one, or of other pictures.
  init?(_ trials: [Trial<Model, Outcome>], of configuration: Configuration) {
    guard configuration == DepthThresholds.full, Set(trials.map(\.seed)).count == 5 else {
      return nil
    }
    (record, self.trials) = (nil, trials)
  }

  private init(log: [UInt8]) {
    let (record, lines) = RunRecord.reading(log, lines: Line.self)
    (self.record, trials) = (record, lines.compactMap(\.depth))
  }

  private struct Line: Decodable {
    let depth: Trial<Model, Outcome>?
  }
}

extension DepthRun {
  /// A note about where the numbers below come from, if not from this run.
  func showRecord() { record?.show() }

  /// One value of one net, epoch by epoch, of each seed: `[seed][epoch]`.
  func values(_ value: KeyPath<EpochOutcome, Double>, of model: Model) -> [[Double]] {
    trials.of(model).map { $0.epochs.map { $0[keyPath: value] } }
  }

  /// One value of some nets after some epochs, a row for each net: means, with the least and the greatest.
  func table(
    _ value: KeyPath<EpochOutcome, Double>, of models: [Model], after epochs: [Int], digits: Int
  ) -> Table {
    var table = Table(header: ["net\(mark)"] + epochs.map { "epoch \($0)" })
    for model in models {
      let runs = values(value, of: model)
      guard !runs.isEmpty else { continue }
      table.add(cells: [model] + epochs.map { n in Spread(runs.map { $0[n - 1] }, digits: digits) })
    }
    return table
  }

  /// One value of some nets, epoch by epoch: a line through the means, in a band of all seeds.
  func chart(
    _ title: String, _ value: KeyPath<EpochOutcome, Double>, of models: [Model], _ axis: Axis
  ) -> Picture {
    var chart = LineChart(title + mark, x: Axis("epoch"), y: axis)
    for model in models {
      let runs = values(value, of: model)
      if runs.isEmpty { continue }
      chart.line("\(model)", runs: runs, color: model.color, dash: model.dash)
    }
    return chart.picture(height: 380)
  }
}
