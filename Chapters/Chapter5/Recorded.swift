import Foundation
import Notebook

/// What a run with `--full --log` wrote, recorded because it takes two hours.
///
/// `--full` makes it again, to the bit on a machine of the same kind.
struct Recorded {
  let epochs: [EpochRecord]
  let trials: NarrowTrials

  /// The run whose log is `full.jsonl`, beside this file.
  static let full = Recorded(PackageResources.full_jsonl)

  /// - Parameter log: a JSON object per line; what is neither an epoch nor a trial is skipped.
  init(_ log: [UInt8]) {
    let lines = log.split(separator: UInt8(ascii: "\n")).compactMap {
      try? JSONDecoder().decode(Line.self, from: Data($0))
    }
    epochs = lines.compactMap(\.epoch)
    trials = lines.compactMap(\.trial)
  }

  private struct Line: Decodable {
    let epoch: EpochRecord?
    let trial: Trial<NarrowModel, NarrowResult>?
  }
}
