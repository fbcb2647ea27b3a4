import Autograd
import Layers

/// What a branch reads if it chooses among all that was computed before it, in the place of a sum.
///
/// Kimi Team 2026, "Attention residuals", in its full form: the earlier results are weighted by a softmax over
/// the products of each, normalized, with one learned query. The paper's norm only divides; this one subtracts
/// the mean, too.
public final class DepthAttention: Layer {
  /// What is looked for, `[C, 1]`; zeros at first, so that all earlier results weigh the same.
  public let query: Parameter

  /// - Parameter features: how many numbers a position has.
  public init(_ features: Int) { query = Parameter(.zeros([features, 1])) }

  /// - Parameter x: at each position the results so far, one behind another, `[N, T, L, C]`.
  /// - Returns: their weighted mean, `[N, T, C]`.
  public func forward(_ x: Tensor) -> Tensor {
    matMul(weights(x), x).reshaped([x.shape[0], x.shape[1], x.shape[3]])
  }

  /// How much each earlier result counts at each position, `[N, T, 1, L]`; each row adds up to 1.
  public func weights(_ x: Tensor) -> Tensor {
    let (n, t, l, c) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3])
    let normed = layerNorm(x, .ones([c]), .zeros([c]))
    let scores = matMul(normed.reshaped([n * t * l, c]), query.on(x.tape))
    return softmax(scores.reshaped([n, t, 1, l]))
  }
}
