import Datasets
import Notebook

// Bounds of what is measured of trained nets, each with what was measured.

enum Thresholds {
  /// The training that they hold for.
  static let isMeasured = [
    Configuration(
      DatasetName.fashionMNIST.title, pictures: 10_000, epochs: 3, batchSize: 128): true
  ]

  /// How far the sum over all paths may be from the gradient, relatively.
  static let apart = 1e-4
}

extension Checks {
  mutating func expectTrained(_ trials: [Trial<NetModel, Trained>]) {
    expect(
      "residual 54: test error", got: trials.of(NetModel(depth: 54)).map(\.error), .atMost(0.25))
    expect(
      "plain 22: test error",
      got: trials.of(NetModel(depth: 22, isResidual: false)).map(\.error), .atMost(0.5))
  }

  /// Branches that begin at zero.
  mutating func expectStarts(_ trials: [Trial<NetModel, Trained>]) {
    expect(
      "SkipInit: error after one epoch",
      got: trials.of(NetModel(depth: 54, scaling: .skipInit)).map { $0.errors[0] }, .atLeast(0.7))
  }

  /// One block deleted.
  mutating func expectDeletions(_ trials: [Trial<NetModel, [Double]>]) {
    let residual = trials.of(NetModel(depth: 54))
    expect(
      "residual 54: error without one of the deeper blocks, the greatest",
      got: residual.map { later($0).max()! }, .atMost(0.4))
    expect(
      "and the mean over these blocks", got: residual.map { Spread(later($0)).mean }, .atMost(0.25))
    expect(
      "plain 22: without any one block, the least",
      got: trials.of(NetModel(depth: 22, isResidual: false)).map { $0.min()! }, .atLeast(0.5))
  }

  /// Several blocks deleted.
  mutating func expectSeveral(_ trials: [Trial<NetModel, [Double]>]) {
    let errors = trials.of(NetModel(depth: 54))
    expect("error without 2 blocks", got: errors.map { $0[1] }, .atMost(0.6))
    expect("error without 16", got: errors.map { $0[5] }, .atLeast(0.6))
  }

  /// Blocks swapped.
  mutating func expectOrders(_ trials: [Trial<NetModel, [Reordering]>]) {
    let errors = trials.of(NetModel(depth: 54)).map { $0.map(\.error) }
    expect("error after one swap", got: errors.map { $0[0] }, .atMost(0.6))
    expect("error after 32", got: errors.map { $0.last! }, .atLeast(0.6))
  }

  /// The gradient by the length of its path.
  mutating func expectPaths(_ trials: [Trial<NetModel, PathLengths>]) {
    let found = trials.of(NetModel(depth: 54))
    expect(
      "gradient of a path of 12 branches : that of none",
      got: found.map { $0.single[12] / $0.single[0] }, .atMost(1e-3))
    expect(
      "branches on a path, weighted by its gradient", got: found.map(\.meanLength), .atMost(11))
  }

  /// The classifier read before the last block, and the branches.
  mutating func expectReadouts(_ trials: [Trial<NetModel, Readout>]) {
    let found = trials.of(NetModel(depth: 54))
    expect("error read behind block 14", got: found.map { $0.errors[0] }, .atLeast(0.5))
    expect(
      "it falls from there to the last block by", got: found.map { $0.errors[0] - $0.errors.last! },
      .atLeast(0.3))
  }
}
