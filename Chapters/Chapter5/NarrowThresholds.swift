import Chapter5Net
import Datasets
import Notebook

/// By how much the mean error of one narrow net is above that of another.
struct Promise {
  let claim: String
  let higher, lower: Contestant
  let bound: Bound

  enum Bound {
    case atLeast(Double), atMost(Double)
  }

  init(_ claim: String, _ higher: Contestant, above lower: Contestant, _ bound: Bound) {
    (self.claim, self.higher, self.lower, self.bound) = (claim, higher, lower, bound)
  }
}

extension Promise {
  private static func ordered(_ depth: Int, _ ordering: Ordering) -> Contestant {
    Contestant(depth: depth, ordering: ordering)
  }

  private static func bypassed(_ bypass: Bypass) -> Contestant {
    Contestant(depth: 54, bypass: bypass)
  }

  /// After one epoch, as a run without `--full` has it.
  ///
  /// Measured with seeds 1 and 4: 0.37 and 0.30; 0.28 and 0.31; 0.34 and 0.41; 0.32 and 0.25.
  static let afterOne = [
    Promise(
      "54 layers: BN after addition is worse than the original", ordered(54, .normAfterAddition),
      above: ordered(54, .original), .atLeast(0.1)),
    Promise(
      "half of x is worse than x", bypassed(.half), above: bypassed(.identity), .atLeast(0.1)),
    Promise(
      "so is half of all", bypassed(.halfAndHalf), above: bypassed(.identity), .atLeast(0.1)),
    Promise(
      "so is a 1 × 1 convolution", bypassed(.convolution), above: bypassed(.identity),
      .atLeast(0.1)),
  ]

  /// After three epochs, as `--full` has it.
  ///
  /// Measured over seeds 1 to 3, whose errors are in `full.jsonl`: 0.17, 0.33, 0.04; 0.43, 0.15, 0.18;
  /// 0.15, 0.23, 0.07.
  static let afterThree = [
    Promise(
      "54 layers: BN after addition is worse than the original", ordered(54, .normAfterAddition),
      above: ordered(54, .original), .atLeast(0.08)),
    Promise(
      "54 layers: so is ReLU before addition", ordered(54, .reluBeforeAddition),
      above: ordered(54, .original), .atLeast(0.15)),
    Promise(
      "54 layers: the original and full pre-activation are not far apart", ordered(54, .original),
      above: ordered(54, .fullPreactivation), .atMost(0.08)),
    Promise(
      "110 layers: BN after addition is worse than the original",
      ordered(110, .normAfterAddition), above: ordered(110, .original), .atLeast(0.2)),
    Promise(
      "110 layers: the original is worse than full pre-activation", ordered(110, .original),
      above: ordered(110, .fullPreactivation), .atLeast(0.07)),
    Promise(
      "110 layers: and than ReLU-only pre-activation", ordered(110, .original),
      above: ordered(110, .reluOnlyPreactivation), .atLeast(0.07)),
    Promise(
      "half of x is worse than x", bypassed(.half), above: bypassed(.identity), .atLeast(0.06)),
    Promise(
      "so is half of all", bypassed(.halfAndHalf), above: bypassed(.identity), .atLeast(0.06)),
    Promise(
      "so is a 1 × 1 convolution", bypassed(.convolution), above: bypassed(.identity),
      .atLeast(0.02)),
  ]
}

extension Checks {
  /// Checks what is promised of a run's trials, if anything is.
  mutating func expect(_ trials: [Trial], of course: TrialCourse, on data: Dataset) {
    let known = [1: Promise.afterOne, 3: Promise.afterThree]
    guard data.name == DatasetName.fashionMNIST.title, course.training.count == 10_000,
      let promises = known[course.epochs]
    else {
      return note(
        "Nothing is promised of narrow nets after \(course.epochs) epochs of "
          + "\(course.training.count) pictures of \(data.name).")
    }
    expect(promises, of: trials)
  }

  /// Checks what is promised of nets that were all trained, on the data it was measured on.
  mutating func expect(_ promises: [Promise], of trials: [Trial]) {
    for promise in promises {
      let (higher, lower) = (trials.of(promise.higher), trials.of(promise.lower))
      if higher.isEmpty || lower.isEmpty { continue }
      let apart = Spread(higher.map(\.error)).mean - Spread(lower.map(\.error)).mean
      switch promise.bound {
      case .atLeast(let bound): expect(promise.claim, got: apart, atLeast: bound)
      case .atMost(let bound): expect(promise.claim, got: apart, atMost: bound)
      }
    }
  }

  /// Checks how the gradient grows along the trunk, from the last block back to the first.
  ///
  /// Measured over seeds 1 to 6 on Fashion-MNIST: 2.8e6 and more with the norm behind the sum, at most
  /// 190 with the others.
  mutating func expectShares(_ gradients: [TrunkGradient]) {
    for ordering in Ordering.allCases {
      let shares = gradients.of(ordering).map(\.share)
      let claim = "\(ordering.title): the gradient at the start, measured by that at the end"
      if ordering == .normAfterAddition {
        expect(claim, got: shares.min()!, atLeast: 1e5)
      } else {
        expect(claim, got: shares.max()!, atMost: 1e3)
      }
    }
  }
}
