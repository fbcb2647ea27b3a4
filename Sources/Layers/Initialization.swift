import Autograd

/// The distribution of the initial weights.
///
/// If they are too small, activations and gradients shrink from layer to layer; too large, and they
/// grow. `fanIn` is how many numbers each output is summed from, `fanOut` how many outputs each input
/// goes into.
public enum Initialization: Sendable {
  /// PyTorch's default: weights and biases evenly within ± 1 / √fanIn.
  case standard
  /// He et al. 2015, "Delving deep into rectifiers", section 2.2: variance 2 / fanIn, since ReLU
  /// halves it. Biases start at zero.
  case kaimingUniform, kaimingNormal
  /// Glorot and Bengio 2010, "Understanding the difficulty of training deep feedforward neural
  /// networks", section 4.2: variance 2 / (fanIn + fanOut). Biases start at zero.
  case xavierUniform, xavierNormal

  /// An initial weight.
  ///
  /// - Parameters:
  ///   - shape: `[O, I]` or `[O, C, K, K]`.
  ///   - random: what it is drawn with.
  public func weight(_ shape: [Int], using random: inout Random) -> Tensor {
    let (fanIn, fanOut) = Self.fans(shape)
    func uniform(variance: Float) -> Tensor {
      let bound = (3 * variance).squareRoot()
      return .uniform(shape, in: -bound...bound, using: &random)
    }
    func normal(variance: Float) -> Tensor {
      .normal(shape, deviation: variance.squareRoot(), using: &random)
    }
    return switch self {
    case .standard: uniform(variance: 1 / (3 * fanIn))
    case .kaimingUniform: uniform(variance: 2 / fanIn)
    case .kaimingNormal: normal(variance: 2 / fanIn)
    case .xavierUniform: uniform(variance: 2 / (fanIn + fanOut))
    case .xavierNormal: normal(variance: 2 / (fanIn + fanOut))
    }
  }

  /// An initial bias.
  ///
  /// - Parameters:
  ///   - weight: the shape of the weight it goes with, `[O, I]` or `[O, C, K, K]`.
  ///   - random: what it is drawn with.
  /// - Returns: `[O]`.
  public func bias(for weight: [Int], using random: inout Random) -> Tensor {
    guard case .standard = self else { return .zeros([weight[0]]) }
    let bound = 1 / Self.fans(weight).in.squareRoot()
    return .uniform([weight[0]], in: -bound...bound, using: &random)
  }

  private static func fans(_ shape: [Int]) -> (in: Float, out: Float) {
    require(
      shape.count >= 2 && shape.allSatisfy { $0 > 0 },
      "Initialization: \(shape) is no shape of a weight, [O, I] or [O, C, K, K], all at least 1")
    let window = shape.dropFirst(2).reduce(1, *)
    return (Float(shape[1] * window), Float(shape[0] * window))
  }
}
