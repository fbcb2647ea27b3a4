import Autograd
import Layers

/// What a branch reads if it chooses among all that was computed before it, in the place of a sum.
///
/// Kimi Team 2026, "Attention residuals", in its full form: the earlier results are weighted by a softmax over
/// the products of each, normalized, with one learned query. The paper's norm only divides; this one subtracts
/// the mean, too.
public final class DepthAttention: Layer {
  /// What is looked for, `[1, 1, C]`; zeros at first, so that all earlier results weigh the same.
  public let query: Parameter

  /// - Parameter features: how many numbers a position has.
  public init(_ features: Int) { query = Parameter(.zeros([1, 1, features])) }

  /// - Parameter x: the results so far, one behind another, `[L, N, T, C]`.
  /// - Returns: `[N, T, C]`.
  public func forward(_ x: Tensor) -> Tensor {
    let one = Array(x.shape.dropFirst())
    return (x * weights(x)).sum(over: 0).reshaped(one)
  }

  /// How much each earlier result counts at each position, `[L, N, T, 1]`; over L they add up to 1.
  public func weights(_ x: Tensor) -> Tensor {
    let c = x.shape[3]
    let normed = layerNorm(x, .ones([c]), .zeros([c]))
    let scores = (normed * query.on(x.tape).reshaped([1, 1, 1, c])).sum(over: 3)
    return softmax(scores.transposed(0, 3)).transposed(0, 3)
  }
}
