import Datasets
import Notebook

// The bounds of plain and residual nets by depth, each with what was measured, on Fashion-MNIST alone.

enum DepthThresholds {
  /// By how much the loss of the first net is above that of the second.
  static let losses = [
    Configuration(fashion, pictures: 10_000, epochs: 1, batchSize: 128): afterOne,
    Configuration(fashion, pictures: 10_000, epochs: 3, batchSize: 128): afterThree,
  ]

  private static let fashion = DatasetName.fashionMNIST.title

  /// Measured over ten runs from seeds 1 to 6: 0.08 to 0.40 and 0.35 to 0.56.
  private static let afterOne = [
    Comparison(
      "the deeper plain net is worse: loss of plain 22 above plain 10", plain(22), above: plain(10),
      .atLeast(0)),
    Comparison(
      "the residual net is better: loss of plain 22 above residual 22", plain(22),
      above: residual(22), .atLeast(0.15)),
  ]

  /// Measured over seeds 1 to 5: 0.57 to 1.61, 0.54 to 1.63, 0.13 to 0.27 and −0.05 to 0.06.
  private static let afterThree = [
    Comparison(
      "the deepest plain net is worse: loss of plain 54 above plain 10", plain(54),
      above: plain(10), .atLeast(0.3)),
    Comparison(
      "the residual net is better: loss of plain 54 above residual 54", plain(54),
      above: residual(54), .atLeast(0.3)),
    Comparison(
      "so it is at a lesser depth: loss of plain 22 above residual 22", plain(22),
      above: residual(22), .atLeast(0.05)),
    Comparison(
      "depth does residual nets no harm: loss of residual 54 above residual 10", residual(54),
      above: residual(10), .atMost(0.15)),
  ]

  /// What is recorded: as a run with `--full` does it.
  static let full = Configuration(fashion, pictures: 10_000, epochs: 15, batchSize: 128)

  /// Of means over the five recorded seeds: 0.43, 0.46 and −0.03.
  static let afterFifteen = [
    Comparison(
      "after 15 epochs the deeper plain net is still worse: loss of plain 54 above plain 10",
      plain(54), above: plain(10), .atLeast(0.2)),
    Comparison(
      "so is plain 54 above residual 54", plain(54), above: residual(54), .atLeast(0.2)),
    Comparison(
      "residual 54 above residual 10", residual(54), above: residual(10), .atMost(0.05)),
  ]

  /// The same at a rate of 0.01; recorded: 0.33, seed by seed 0.26 to 0.37.
  static let slow = [
    Comparison(
      "a rate of 0.01 is no cure: loss of plain 54 above plain 10", Model.slow[1],
      above: Model.slow[0], .atLeast(0.1))
  ]

  /// Of plain 54 at that rate; recorded from three seeds: 0.19 to 0.79, and 0.009 to 0.025.
  static let slowRatio = 0.05, slowSmallest = 0.002

  /// The first layer's norm divided by the last one's, the least at the start of an epoch.
  ///
  /// Recorded: 0.018 to 0.030.
  static let leastRatios: [Model: Bound] = [plain(54): .atLeast(0.003)]

  /// The same, the geometric mean over all batches of the last ten epochs.
  static let meanRatios: [Model: Bound] = [
    plain(54): .atMost(0.2),  // recorded: 0.041 to 0.085
    plain(10): .atLeast(0.25),  // 0.46 to 0.68
    residual(54): .atLeast(0.15),  // 0.34 to 0.48
    residual(10): .atLeast(0.25),  // 0.51 to 0.61
  ]

  /// The smallest norm of any layer's gradient on any batch.
  ///
  /// Recorded: 0.0010 to 0.0024, 0.0098 to 0.023 and 0.024 to 0.038.
  static let smallestNorms: [Model: Bound] = [
    plain(54): .atLeast(0.0003), residual(54): .atLeast(0.002), plain(10): .atLeast(0.01),
  ]

  /// The smallest norm of all gradients on the first batch.
  ///
  /// Measured over five seeds: 0.052 to 0.146.
  static let smallest = 0.01

  /// The first layer's norm divided by the last one's in the deepest plain net.
  ///
  /// Measured over five seeds: 138 to 563.
  static let ratios: [Model: Bound] = [plain(54): .atLeast(10)]

  private static func plain(_ depth: Int) -> Model { .convolutions(depth, isResidual: false) }
  private static func residual(_ depth: Int) -> Model { .convolutions(depth, isResidual: true) }
}

extension Checks {
  mutating func expectNotVanished(_ nets: [Trial<Model, GradientNorms>], on data: Dataset) {
    guard data.name == DatasetName.fashionMNIST.title else {
      return note("No bounds were measured for gradients on \(data.name).")
    }
    for net in nets {
      expect(
        "\(net.model): the smallest gradient norm", got: net.result.norms.min()!,
        atLeast: DepthThresholds.smallest)
    }
    expect("the first layer's gradient : the last one's", of: nets, DepthThresholds.ratios, \.ratio)
  }
}
