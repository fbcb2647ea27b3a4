import Autograd
import Plots

/// The kind of an operation, which decides the color of its box.
enum Kind: String, CaseIterable {
  case input, convolution, norm, activation, pool, linear, addition, loss, other

  /// Its name in the legend.
  var word: String {
    switch self {
    case .linear: "fully connected"
    default: rawValue
    }
  }

  var line: Color { colors.line }
  var fill: Color { colors.fill }

  /// By what a layer of this kind does.
  var colors: Color.Box {
    switch self {
    case .convolution, .linear: .weights
    case .norm: .norm
    case .activation: .activation
    case .addition: .sum
    case .input, .pool, .loss, .other: .weightless
    }
  }
}

extension Node {
  var kind: Kind {
    switch operation {
    case .input: .input
    case .conv2D: .convolution
    case .batchNorm2D, .layerNorm: .norm
    case .relu, .gelu, .sigmoid, .tanh, .softmax: .activation
    case .maxPool2D, .averagePool2D, .globalAveragePool2D: .pool
    case .linear, .matMul: .linear
    case .add: .addition
    case .crossEntropy: .loss
    default: .other
    }
  }
}
