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

  private var colors: (line: Color, fill: Color) {
    switch self {
    case .convolution: Color.fills[0]
    case .activation: Color.fills[1]
    case .norm: Color.fills[2]
    case .linear: Color.fills[3]
    case .loss: Color.fills[4]
    case .addition: Color.fills[5]
    case .pool: Color.fills[6]
    case .input, .other: Color.fills[7]
    }
  }
}

extension Node {
  var kind: Kind {
    switch operation {
    case .input: .input
    case .conv2D: .convolution
    case .batchNorm2D: .norm
    case .relu, .sigmoid, .tanh, .softmax: .activation
    case .maxPool2D, .averagePool2D, .globalAveragePool2D: .pool
    case .linear, .matMul: .linear
    case .add: .addition
    case .crossEntropy: .loss
    default: .other
    }
  }
}
