import Chapter6Net
import Datasets
import Notebook

// Bounds of what is measured of trained nets, each with what was measured over seeds 1 to 4.

enum Thresholds {
  /// The training that they hold for.
  static let isMeasured = [
    Configuration(
      DatasetName.fashionMNIST.title, pictures: 10_000, epochs: 3, batchSize: 128): true
  ]

  /// How far the sum over all paths may be from the gradient, relatively: 2e-7 to 5e-7.
  static let apart = 1e-5

  fileprivate static let residual = NetModel(depth: 54)
  fileprivate static let plain = NetModel(depth: 22, isResidual: false)
}

extension Checks {
  /// Both have learned: 0.178 to 0.248, and 0.222 to 0.268.
  mutating func expectTrained(_ trials: [Trial<NetModel, Trained>]) {
    for model in [Thresholds.residual, Thresholds.plain] {
      expect("\(model): test error", got: trials.of(model).map(\.error), .atMost(0.45))
    }
  }

  /// One block deleted: on the mean 0.20 to 0.26, at most 0.24 to 0.32; of the plain net at least 0.56 to 0.69.
  mutating func expectDeletions(_ trials: [Trial<NetModel, [Double]>]) {
    let errors = trials.of(Thresholds.residual).map(later)
    expect("residual 54: error without a later block", got: errors.map { $0.max()! }, .atMost(0.5))
    expect("and on the mean", got: errors.map { Spread($0).mean }, .atMost(0.4))
    let plain = trials.of(Thresholds.plain)
    expect("plain 22: without any block", got: plain.map { $0.min()! }, .atLeast(0.42))
  }

  /// Several blocks deleted: 0.30 to 0.38 without two of them, and 0.86 to 0.88 without 16.
  mutating func expectSeveral(_ trials: [Trial<NetModel, [Double]>]) {
    let errors = trials.of(Thresholds.residual)
    expect("error without 2 blocks", got: errors.map { $0[1] }, .atMost(0.6))
    expect("error without 16", got: errors.map { $0[5] }, .atLeast(0.7))
  }

  /// Blocks swapped: 0.33 to 0.37 after one swap, and 0.83 to 0.88 after 32.
  mutating func expectOrders(_ trials: [Trial<NetModel, [Reordering]>]) {
    let errors = trials.of(Thresholds.residual).map { $0.map(\.error) }
    expect("error after one swap", got: errors.map { $0[0] }, .atMost(0.6))
    expect("error after 32", got: errors.map { $0.last! }, .atLeast(0.65))
  }

  /// The gradient by the length of its path: 3e-7 to 1.2e-5, and means of 6.1 to 7.2 and 4.9 to 5.5 branches.
  mutating func expectPaths(_ trials: [Trial<NetModel, PathLengths>]) {
    let found = trials.of(Thresholds.residual)
    expect(
      "gradient along 12 branches : along none", got: found.map { $0.single[12] / $0.single[0] },
      .atMost(1e-3))
    expect("mean length, weighted by one path", got: found.map(\.meanLength), .atMost(10))
    expect("weighted by all together", got: found.map(\.meanLengthTogether), .atMost(9))
  }

  /// The classifier read early: 0.66 to 0.88 behind block 14, 0.41 to 0.70 more than behind the last.
  ///
  /// Branches of the second stage: 0.32 to 0.44 of what they are added to.
  mutating func expectReadouts(_ trials: [Trial<NetModel, Readout>]) {
    let found = trials.of(Thresholds.residual)
    expect("error read behind block 14", got: found.map { $0.errors[0] }, .atLeast(0.45))
    expect(
      "it falls to the last block by", got: found.map { $0.errors[0] - $0.errors.last! },
      .atLeast(0.25))
    let ratios = found.flatMap { $0.ratios.dropFirst(13) }
    expect("|F| : |x| in the second stage", got: ratios, .atMost(0.8))
    expect("and no less than", got: ratios, .atLeast(0.15))
  }

  /// Branches that begin at zero: how far the error after the first epoch is above that with norms alone.
  ///
  /// With zero-γ by 0.04 to 0.18, and with SkipInit by 0.13 to 0.62; without any norm the loss may become no number.
  mutating func expectStarts(_ trials: [Trial<NetModel, Trained>]) {
    let norms = trials.of(Thresholds.residual).map { $0.errors[0] }
    for (scaling, bound) in [(Scaling.zeroGamma, -0.03), (.skipInit, 0.03)] {
      let errors = trials.of(NetModel(depth: 54, scaling: scaling)).map { $0.errors[0] }
      expect(
        "\(scaling.title): error after one epoch, more than with norms by",
        got: zip(errors, norms).map { $0 - $1 }, .atLeast(bound))
    }
  }
}
