import Notebook

/// What a run with `--full` measured, from three seeds: the recorded one, or nothing if this run is such a run.
struct Recorded {
  /// When and how it was made; `nil` if this run is one.
  var record: RunRecord?
  var trained: [Trial<NetModel, Trained>] = []
  var deletions: [Trial<NetModel, [Double]>] = []
  var several: [Trial<NetModel, [Double]>] = []
  var orders: [Trial<NetModel, [Reordering]>] = []
  var paths: [Trial<NetModel, PathLengths>] = []
  var readouts: [Trial<NetModel, Readout>] = []

  /// The run whose log is `full.jsonl`, beside this file, recorded because it takes ten minutes.
  ///
  /// `--full --log` makes it again, to the bit on a machine of the same kind.
  static let full = Recorded(log: PackageResources.full_jsonl)
}

extension Recorded {
  private init(log: [UInt8]) {
    let (record, lines) = RunRecord.reading(log, lines: Line.self)
    self.record = record
    trained = lines.compactMap(\.trained)
    deletions = lines.compactMap(\.deletions)
    several = lines.compactMap(\.several)
    orders = lines.compactMap(\.orders)
    paths = lines.compactMap(\.paths)
    readouts = lines.compactMap(\.readouts)
  }

  /// A line of the log has one of these.
  private struct Line: Decodable {
    let trained: Trial<NetModel, Trained>?
    let deletions: Trial<NetModel, [Double]>?
    let several: Trial<NetModel, [Double]>?
    let orders: Trial<NetModel, [Reordering]>?
    let paths: Trial<NetModel, PathLengths>?
    let readouts: Trial<NetModel, Readout>?
  }
}

/// What came out of so many swapped pairs of blocks, the mean over a few draws.
struct Reordering: Codable {
  let swaps: Int
  let tau, error: Double
}

/// The gradient by the number of branches on its path.
struct PathLengths: Codable {
  /// The norm of what comes back along one path, the mean over a few: by how many branches it has.
  let single: [Double]
  /// The norm of the sum over all paths with so many branches.
  let together: [Double]
  /// The norm of the whole gradient, and how far the sum over all paths is from it, relatively.
  let whole, apart: Double
}

/// What a net has made up its mind to, block by block of its second stage.
struct Readout: Codable {
  /// The error of the classifier read behind each block.
  let errors: [Double]
  /// Of each block of the net, the norm of the branch divided by that of what it is added to.
  let ratios: [Double]
}
