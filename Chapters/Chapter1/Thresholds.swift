import Datasets
import Notebook

/// What the text promises of the thirty layers on one data set: a bound for each net.
struct Thresholds {
  /// The norm of the first layer's gradient, measured by the last one's.
  let shares: [String: Bound]

  /// The share of 2,000 test pictures recognized after 300 batches.
  let accuracies: [String: Bound]

  static let known = [
    DatasetName.mnist.title: Thresholds(
      shares: [:],
      accuracies: [:])
  ]

  /// How far the tape's slopes and those by hand may be apart, relatively.
  static let tape = 1e-4

  /// How far a nudge of 0.01 may be from the slope, relatively.
  static let nudge: Float = 0.002

  /// What a layer in the middle hands on of the gradient it is handed, at most.
  static let handedOn = 0.8
}

/// A side on which a number must lie.
enum Bound {
  case atLeast(Double)
  case atMost(Double)
}

extension Checks {
  mutating func expect(_ claim: String, got value: Double, _ bound: Bound) {
    switch bound {
    case .atLeast(let least): expect(claim, got: value, atLeast: least)
    case .atMost(let most): expect(claim, got: value, atMost: most)
    }
  }

  mutating func expectShares(_ nets: [GradientNorms], _ bounds: [String: Bound]?) {
    guard let bounds else { return note("Nothing is promised of the gradients of these pictures.") }
    for net in nets {
      guard let bound = bounds[net.name] else { continue }
      expect("\(net.name): layer 1, measured by the last one", got: net.share, bound)
    }
  }

  /// Checks the run that comes closest to breaking the promise.
  mutating func expectAccuracies(_ runs: [Run], _ bounds: [String: Bound]?) {
    guard let bounds else { return note("Nothing is promised of the accuracy on these pictures.") }
    for name in runs.names {
      guard let bound = bounds[name] else { continue }
      let accuracies = runs.named(name).map(\.accuracy)
      switch bound {
      case .atLeast: expect("\(name), every seed: accuracy", got: accuracies.min()!, bound)
      case .atMost: expect("\(name), every seed: accuracy", got: accuracies.max()!, bound)
      }
    }
  }
}
