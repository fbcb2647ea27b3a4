import Datasets

/// What the text promises of the thirty layers on one data set.
struct Thresholds {
  /// The share of 2,000 test pictures recognized after 300 batches.
  let accuracies: [String: Bound]

  /// Measured over 23 seeds; for the plain nets and "relu, wired" 0.09 to 0.12.
  static let mnist = Thresholds(accuracies: [
    "sigmoid, plain": .atMost(0.2), "tanh, plain": .atMost(0.2), "relu, plain": .atMost(0.2),
    "sigmoid, wired": .atLeast(0.65),  // 0.791 to 0.843
    "tanh, wired": .atLeast(0.8),  // 0.871 to 0.919
    "relu, wired": .atMost(0.2),
    "relu, two layers": .atLeast(0.82),  // 0.886 to 0.910
    "relu, plain, He's start": .atLeastOnce(0.35),  // 0.10 to 0.63, of five in a row 0.51 to 0.63
    "relu, wired, a tenth": .atLeast(0.85),  // 0.904 to 0.929
  ])

  /// Measured over seeds 1 to 5, which also draw other digits; a run has 188 batches of them.
  static let drawn = Thresholds(accuracies: [
    "sigmoid, plain": .atMost(0.2), "tanh, plain": .atMost(0.2), "relu, plain": .atMost(0.2),
    "sigmoid, wired": .atLeast(0.35),  // 0.546 to 0.669
    "tanh, wired": .atLeast(0.8),  // 0.891 to 0.938
    "relu, wired": .atMost(0.2),
    "relu, two layers": .atLeast(0.8),  // 0.871 to 0.900
    "relu, plain, He's start": .atLeastOnce(0.25),  // 0.206 to 0.436
    "relu, wired, a tenth": .atLeast(0.85),  // 0.901 to 0.928
  ])

  static let known = [DatasetName.mnist.title: mnist, DatasetName.drawn.title: drawn]

  /// The norm of the first layer's gradient, measured by the last one's.
  ///
  /// Measured over 7 seeds on MNIST and 5 on drawn digits.
  static let shares: [String: Bound] = [
    "sigmoid, plain": .atMost(1e-22),  // 1.0e-24 to 3.0e-24
    "tanh, plain": .atMost(1e-4),  // 2.2e-6 to 7.1e-6
    "relu, plain": .atMost(1e-7),  // 5.6e-11 to 1.4e-9
    "sigmoid, wired": .atLeast(0.005),  // 0.018 to 0.023
    "tanh, wired": .atLeast(0.5),  // 2.4 to 3.8
    "relu, wired": .atLeast(0.05),  // 0.33 to 0.94
    "relu, two layers": .atLeast(0.5),  // 3.2 to 4.1
    "relu, plain, He's start": .atLeast(0.1),  // 0.98 to 12.5
    "relu, wired, a tenth": .atLeast(0.3),  // 1.6 to 2.9
  ]

  /// The norm of the first layer's gradient in "relu, wired".
  ///
  /// Measured over the same seeds: 593 to 1581. With tanh it is about 20.
  static let tooMuch = 150.0

  /// How far the tape's slopes and those by hand may be apart, relatively; they are 1.6e-6 apart.
  static let tape = 1e-4

  /// How far a nudge of 0.01 may be from the slope, relatively; it is 4.5e-4 away.
  static let nudge: Float = 0.002

  /// The share of its gradient that a layer in the middle hands on.
  ///
  /// Measured over the same seeds: 0.06 to 0.54.
  static let handedOn = 0.8
}

/// A side on which numbers must lie.
enum Bound {
  /// Those of all seeds.
  case atLeast(Double), atMost(Double)

  /// That of one seed, where there are five or more.
  case atLeastOnce(Double)
}
