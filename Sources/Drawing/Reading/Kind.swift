import Plots

/// What sort of thing an operation does, which is what its colour says.
enum Kind: String, CaseIterable {
  case input, convolution, norm, activation, pool, linear, sum, loss, other

  /// The word in the legend.
  var word: String {
    switch self {
    case .linear: "fully connected"
    case .loss: "loss"
    case .other: "other"
    default: rawValue
    }
  }

  var line: Color { colors.line }
  var ground: Color { colors.ground }

  private var colors: (line: Color, ground: Color) {
    switch self {
    case .convolution: Color.grounds[0]
    case .activation: Color.grounds[1]
    case .norm: Color.grounds[2]
    case .linear: Color.grounds[3]
    case .loss: Color.grounds[4]
    case .sum: Color.grounds[5]
    case .pool: Color.grounds[6]
    case .input, .other: Color.grounds[7]
    }
  }
}

extension Operation {
  var kind: Kind {
    switch name {
    case "input": .input
    case "conv2D": .convolution
    case "batchNorm2D", "batchNorm2D, relu": .norm
    case "relu", "sigmoid", "tanh": .activation
    case "maxPool2D", "averagePool2D", "globalAveragePool2D": .pool
    case "linear", "matMul": .linear
    case "add": .sum
    case "crossEntropy": .loss
    default: .other
    }
  }
}
