import Chapter5Net
import Datasets
import Notebook

/// By how much the mean error of one narrow net is above that of another, with what was measured.
enum NarrowThresholds {
  static let errors = [
    Configuration(fashion, pictures: 10_000, epochs: 1, batchSize: 128): afterOne,
    Configuration(fashion, pictures: 10_000, epochs: 3, batchSize: 128): afterThree,
  ]

  private static let fashion = DatasetName.fashionMNIST.title

  private static func ordered(_ depth: Int, _ ordering: Ordering) -> NarrowModel {
    NarrowModel(depth: depth, ordering: ordering)
  }

  private static func bypassed(_ bypass: Bypass) -> NarrowModel {
    NarrowModel(depth: 54, bypass: bypass)
  }

  /// After one epoch, as a run without `--full` has it.
  ///
  /// Measured with seeds 1 and 4: 0.37 and 0.30; 0.28 and 0.31; 0.34 and 0.41; 0.32 and 0.25.
  private static let afterOne = [
    Comparison(
      "54 layers: BN after addition is worse than the original", ordered(54, .normAfterAddition),
      above: ordered(54, .original), .atLeast(0.1)),
    Comparison(
      "half of x is worse than x", bypassed(.half), above: bypassed(.identity), .atLeast(0.1)),
    Comparison(
      "so is half of all", bypassed(.halfAndHalf), above: bypassed(.identity), .atLeast(0.1)),
    Comparison(
      "so is a 1 × 1 convolution", bypassed(.convolution), above: bypassed(.identity),
      .atLeast(0.1)),
  ]

  /// After three epochs, as `--full` has it.
  ///
  /// Measured over seeds 1 to 3, whose errors are in `full.jsonl`: 0.17, 0.33, 0.04; 0.43, 0.15, 0.18;
  /// 0.15, 0.23, 0.07.
  static let afterThree = [
    Comparison(
      "54 layers: BN after addition is worse than the original", ordered(54, .normAfterAddition),
      above: ordered(54, .original), .atLeast(0.08)),
    Comparison(
      "54 layers: so is ReLU before addition", ordered(54, .reluBeforeAddition),
      above: ordered(54, .original), .atLeast(0.15)),
    Comparison(
      "54 layers: the original and full pre-activation are not far apart", ordered(54, .original),
      above: ordered(54, .fullPreactivation), .atMost(0.08)),
    Comparison(
      "110 layers: BN after addition is worse than the original",
      ordered(110, .normAfterAddition), above: ordered(110, .original), .atLeast(0.2)),
    Comparison(
      "110 layers: the original is worse than full pre-activation", ordered(110, .original),
      above: ordered(110, .fullPreactivation), .atLeast(0.07)),
    Comparison(
      "110 layers: and than ReLU-only pre-activation", ordered(110, .original),
      above: ordered(110, .reluOnlyPreactivation), .atLeast(0.07)),
    Comparison(
      "half of x is worse than x", bypassed(.half), above: bypassed(.identity), .atLeast(0.06)),
    Comparison(
      "so is half of all", bypassed(.halfAndHalf), above: bypassed(.identity), .atLeast(0.06)),
    Comparison(
      "so is a 1 × 1 convolution", bypassed(.convolution), above: bypassed(.identity),
      .atLeast(0.02)),
  ]
}

extension Checks {
  /// Checks how the gradient grows along the main path, from the last block back to the first.
  ///
  /// Measured over seeds 1 to 6 on Fashion-MNIST: 2.8e6 and more with the norm behind the sum, at most
  /// 190 and at least 88 with the others, 27 or more of it in the first quarter.
  mutating func expectRatios(_ gradients: CutTrials) {
    for ordering in Ordering.allCases {
      expect(
        "\(ordering.title): the gradient norm at the start, divided by that at the end",
        got: gradients.of(ordering, .both).map(\.ratio),
        ordering == .normAfterAddition ? .atLeast(1e5) : .atMost(1e3))
      guard ordering != .normAfterAddition else { continue }
      let early = gradients.of(ordering, .both).map { $0.norms[0] / $0.norms[$0.norms.count / 4] }
      expect("of it in the first quarter", got: early, .atLeast(10))
    }
  }
}
