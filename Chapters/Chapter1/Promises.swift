import Notebook

// The checks of the thirty layers: each net against its bound.

extension Checks {
  /// Checks one number, or the one of several that comes closest to breaking the promise.
  mutating func expect(_ claim: String, got values: [Double], _ bound: Bound) {
    guard let least = values.min(), let greatest = values.max() else { return }
    switch bound {
    case .atLeast(let bound): expect(claim, got: least, atLeast: bound)
    case .atMost(let bound): expect(claim, got: greatest, atMost: bound)
    case .atLeastOnce(let bound) where values.count >= 5:
      expect(claim + " of the best", got: greatest, atLeast: bound)
    case .atLeastOnce: break
    }
  }

  /// Checks how the first layer's gradient compares with the last one's.
  mutating func expectShares(_ nets: [GradientNorms], _ thresholds: Thresholds?) {
    guard thresholds != nil else {
      return note("Nothing is promised of the gradients of these pictures.")
    }
    for net in nets {
      guard let bound = Thresholds.shares[net.name] else { continue }
      expect("\(net.name): the first layer's gradient : the last one's", got: [net.share], bound)
    }
    if let wired = nets.first(where: { $0.name == "relu, wired" }) {
      expect(
        "relu, wired: the first layer's gradient", got: wired.norms[0], atLeast: Thresholds.tooMuch)
    }
  }

  mutating func expectAccuracies(_ runs: [Run], _ thresholds: Thresholds?) {
    guard let thresholds else {
      return note("Nothing is promised of the accuracy on these pictures.")
    }
    for name in runs.names {
      guard let bound = thresholds.accuracies[name] else { continue }
      expect("\(name): test accuracy", got: runs.named(name).map(\.accuracy), bound)
    }
  }
}
