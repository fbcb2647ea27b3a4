import Autograd
import Chapter1Net
import Layers
import Plots

/// A net that is compared with others: what it is called, how it is drawn, how one is made.
struct Contestant {
  let name: String
  let color: Color
  var isDashed = false
  let make: (inout Random) -> any LayeredNet

  var dash: [Double] { isDashed ? [5, 4] : [] }

  func net(seed: UInt64) -> any LayeredNet {
    var random = Random(seed: seed)
    return make(&random)
  }
}

extension Contestant {
  /// Thirty layers with each activation, plain and with a wire around every hidden layer.
  static let six = Activation.allCases.flatMap { activation in
    [false, true].map { isResidual in
      Contestant(
        name: "\(activation), " + (isResidual ? "wired" : "plain"), color: activation.color,
        isDashed: !isResidual
      ) { DeepNet(activation, isResidual: isResidual, using: &$0) }
    }
  }

  /// Three to compare them with, all with ReLU.
  ///
  /// One is not deep, one starts with He's larger weights, one with a tenth of the usual ones in its
  /// hidden layers.
  static let three = [
    Contestant(name: "relu, two layers", color: .gold) {
      DeepNet(depth: 2, .relu, isResidual: false, using: &$0)
    },
    Contestant(name: "relu, plain, He's start", color: .purple, isDashed: true) {
      DeepNet(.relu, isResidual: false, initialization: .kaimingUniform, using: &$0)
    },
    Contestant(name: "relu, wired, a tenth", color: .purple) {
      DeepNet(.relu, isResidual: true, scale: 0.1, using: &$0)
    },
  ]

  /// Convolutions with batch normalization, plain and residual, of each depth.
  static func ofDepths(_ depths: [Int]) -> [Contestant] {
    zip(depths, [Color.teal, .orange, .rose]).flatMap { depth, color in
      [false, true].map { isResidual in
        Contestant(
          name: (isResidual ? "residual " : "plain ") + "\(depth)", color: color,
          isDashed: !isResidual
        ) { ConvNet(depth: depth, isResidual: isResidual, using: &$0) }
      }
    }
  }
}

extension Activation {
  fileprivate var color: Color {
    switch self {
    case .sigmoid: .blue
    case .tanh: .orange
    case .relu: .teal
    }
  }
}
