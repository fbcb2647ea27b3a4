import Datasets
import Notebook

/// What the text promises of plain and residual nets by depth, on Fashion-MNIST alone.
struct DepthThreshold {
  /// By how much the loss of the first net is above that of the second.
  let higher, lower: String
  let bound: Bound
  let claim: String

  /// After one epoch, as `--quick` has it.
  ///
  /// Measured over ten runs from seeds 1 to 6: 0.08 to 0.40 and 0.35 to 0.56.
  static let afterOne = [
    DepthThreshold("plain 22", "plain 10", .atLeast(0), "the deeper plain net is worse"),
    DepthThreshold("plain 22", "residual 22", .atLeast(0.15), "the residual net is better"),
  ]

  /// After three epochs.
  ///
  /// Measured over seeds 1 to 5: 0.57 to 1.61, 0.54 to 1.63, 0.13 to 0.27 and −0.05 to 0.06.
  static let afterThree = [
    DepthThreshold("plain 54", "plain 10", .atLeast(0.3), "the deepest plain net is worse"),
    DepthThreshold("plain 54", "residual 54", .atLeast(0.3), "the residual net is better"),
    DepthThreshold("plain 22", "residual 22", .atLeast(0.05), "so it is at a lesser depth"),
    DepthThreshold("residual 54", "residual 10", .atMost(0.15), "depth does residual nets no harm"),
  ]

  /// Of all gradients' norms on the first batch, the shortest.
  ///
  /// Measured over five seeds: 0.052 to 0.146.
  static let shortest = 0.01

  /// Of the first layer's norm to the last one's in the deepest plain net.
  ///
  /// Measured over five seeds: 138 to 563.
  static let share = 10.0

  private init(_ higher: String, _ lower: String, _ bound: Bound, _ claim: String) {
    (self.higher, self.lower, self.bound, self.claim) = (higher, lower, bound, claim)
  }
}

extension Checks {
  mutating func expectNotVanished(_ nets: [GradientNorms], on data: Dataset) {
    guard data.name == DatasetName.fashionMNIST.title else {
      return note("Nothing is promised of the gradients on \(data.name).")
    }
    for net in nets {
      expect(
        "\(net.name): the shortest gradient", got: net.norms.min()!,
        atLeast: DepthThreshold.shortest)
    }
    if let deepest = nets.first(where: { $0.name == "plain 54" }) {
      expect(
        "plain 54: layer 1, measured by the last one", got: deepest.share,
        atLeast: DepthThreshold.share)
    }
  }

  mutating func expectDepths(_ runs: [Run], of course: Course, on data: Dataset) {
    let known = [1: DepthThreshold.afterOne, 3: DepthThreshold.afterThree]
    guard data.name == DatasetName.fashionMNIST.title, course.batchSize == 128,
      let thresholds = known[course.epochs]
    else {
      return note(
        "Nothing is promised of the loss on \(data.name) after \(course.epochs) epochs in batches "
          + "of \(course.batchSize).")
    }
    for threshold in thresholds {
      let (higher, lower) = (runs.named(threshold.higher), runs.named(threshold.lower))
      guard !higher.isEmpty, !lower.isEmpty else { continue }
      expect(
        "\(threshold.claim): loss of \(threshold.higher) above that of \(threshold.lower)",
        got: [higher.mean(\.loss) - lower.mean(\.loss)], threshold.bound)
    }
  }
}
