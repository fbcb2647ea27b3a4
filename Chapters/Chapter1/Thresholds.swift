import Autograd
import Chapter1Net
import Datasets
import Notebook

// The bounds of the thirty layers, each with what was measured.

enum Thresholds {
  /// The share of 2,000 test pictures recognized at the end.
  static let accuracies = [
    Configuration(DatasetName.mnist.title, pictures: 19_200, epochs: 1, batchSize: 64): mnist,
    Configuration(DatasetName.drawn.title, pictures: 12_000, epochs: 1, batchSize: 64): drawn,
  ]

  /// Measured over 23 seeds; for the plain nets and "relu, residual" 0.09 to 0.12, or 0 where a loss is no
  /// number.
  private static let mnist: [Model: Bound] = [
    .deep(.sigmoid, isResidual: false): .atMost(0.2),
    .deep(.tanh, isResidual: false): .atMost(0.2),
    .deep(.relu, isResidual: false): .atMost(0.2),
    .deep(.sigmoid, isResidual: true): .atLeast(0.65),  // 0.791 to 0.843
    .deep(.tanh, isResidual: true): .atLeast(0.8),  // 0.871 to 0.919
    .deep(.relu, isResidual: true): .atMost(0.2),
    .twoLayers: .atLeast(0.82),  // 0.886 to 0.910
    .heStart: .bestAtLeast(0.35),  // 0.10 to 0.63, of five in a row 0.51 to 0.63
    .tenth: .atLeast(0.85),  // 0.904 to 0.929
  ]

  /// Measured over seeds 1 to 5, which also draw other digits.
  private static let drawn: [Model: Bound] = [
    .deep(.sigmoid, isResidual: false): .atMost(0.2),
    .deep(.tanh, isResidual: false): .atMost(0.2),
    .deep(.relu, isResidual: false): .atMost(0.2),
    .deep(.sigmoid, isResidual: true): .atLeast(0.35),  // 0.546 to 0.669
    .deep(.tanh, isResidual: true): .atLeast(0.8),  // 0.891 to 0.938
    .deep(.relu, isResidual: true): .atMost(0.2),
    .twoLayers: .atLeast(0.8),  // 0.871 to 0.900
    .heStart: .bestAtLeast(0.25),  // 0.206 to 0.436
    .tenth: .atLeast(0.85),  // 0.901 to 0.928
  ]

  /// The norm of the first layer's gradient, divided by the last one's.
  ///
  /// Measured over 7 seeds on MNIST and 5 on drawn digits.
  static let ratios: [Model: Bound] = [
    .deep(.sigmoid, isResidual: false): .atMost(1e-22),  // 1.0e-24 to 3.0e-24
    .deep(.tanh, isResidual: false): .atMost(1e-4),  // 2.2e-6 to 7.1e-6
    .deep(.relu, isResidual: false): .atMost(1e-7),  // 5.6e-11 to 1.4e-9
    .deep(.sigmoid, isResidual: true): .atLeast(0.005),  // 0.018 to 0.023
    .deep(.tanh, isResidual: true): .atLeast(0.5),  // 2.4 to 3.8
    .deep(.relu, isResidual: true): .atLeast(0.05),  // 0.33 to 0.94
    .twoLayers: .atLeast(0.5),  // 3.2 to 4.1
    .heStart: .atLeast(0.1),  // 0.98 to 12.5
    .tenth: .atLeast(0.3),  // 1.6 to 2.9
  ]

  /// The norm of the first layer's gradient in "relu, residual".
  ///
  /// Measured over the same seeds: 593 to 1581. With tanh it is about 20.
  static let exploding: [Model: Bound] = [.deep(.relu, isResidual: true): .atLeast(150)]

  /// The norm of the first layer's gradient, divided by that of the fifteenth.
  ///
  /// Measured over seeds 1 to 3: 0.58 to 0.64 with a sigmoid, 8.1 to 10.3 with a tanh, 4.8 to 5.4 with a ReLU.
  static let middle: [Model: Bound] = Dictionary(
    uniqueKeysWithValues: Activation.allCases.map { (.deep($0, isResidual: true), .atLeast(0.3)) })

  /// How far the tape's derivatives and those by hand may be apart, relatively; they are 1.6e-6 apart.
  static let tape = 1e-4

  /// How far differences over ±0.01 may be from the derivatives, relatively; they are 4.5e-4 away.
  static let difference: Float = 0.002

  /// The gradient that a layer in the middle passes on, divided by the one it gets.
  ///
  /// Measured over the same seeds: 0.06 to 0.54.
  static let passedOn = 0.8
}

extension Checks {
  /// Checks how the first layer's gradient compares with the last one's.
  mutating func expectRatios(_ nets: [Trial<Model, GradientNorms>], on data: Dataset) {
    guard [DatasetName.mnist.title, DatasetName.drawn.title].contains(data.name) else {
      return note("No bounds were measured for gradients on \(data.name).")
    }
    expect("the first layer's gradient : the last one's", of: nets, Thresholds.ratios, \.ratio)
    expect("the first layer's gradient", of: nets, Thresholds.exploding) { $0.norms[0] }
    expect("the first layer's gradient : the middle one's", of: nets, Thresholds.middle) {
      $0.norms[0] / $0.norms[$0.norms.count / 2]
    }
  }
}
