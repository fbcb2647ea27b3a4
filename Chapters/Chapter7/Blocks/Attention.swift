import Autograd
import Layers

/// Each position of a sequence gets a weighted mean over all positions, with weights computed from them.
///
/// Vaswani et al. 2017, "Attention is all you need", section 3.2: every position has a query, a key and a value.
/// The product of a query with all keys, as a softmax, gives the weights of the values; several heads do that
/// side by side, each with a part of the features.
public final class Attention: Layer {
  /// Of each position: what it looks for, what it is found by, and what it hands on.
  public let query, key, value: Linear
  /// Behind the heads.
  public let out: Linear
  private let heads: Int

  /// - Parameters:
  ///   - features: how many numbers a position has, a multiple of `heads`.
  ///   - heads: how many weighted means are taken side by side.
  ///   - random: where the first weights come from.
  public init(_ features: Int, heads: Int, using random: inout Random) {
    require(
      heads > 0 && features.isMultiple(of: heads),
      "Attention: features is \(features) and heads \(heads); each head needs as many features as the others"
    )
    query = Linear(features, features, initialization: .xavierUniform, using: &random)
    key = Linear(features, features, initialization: .xavierUniform, using: &random)
    value = Linear(features, features, initialization: .xavierUniform, using: &random)
    out = Linear(features, features, initialization: .xavierUniform, using: &random)
    self.heads = heads
  }

  /// - Parameter x: `[N, T, C]`, a sequence of T positions.
  /// - Returns: the same shape.
  public func forward(_ x: Tensor) -> Tensor {
    let (q, k, v) = (split(query.rows(of: x)), split(key.rows(of: x)), split(value.rows(of: x)))
    let scale = 1 / Float(q.shape[3]).squareRoot()
    let weights = softmax(scale * matMul(q, k.transposed(2, 3)))
    return out.rows(of: matMul(weights, v).transposed(1, 2).reshaped(x.shape))
  }

  /// `[N, T, C]` as `[N, heads, T, C / heads]`.
  private func split(_ x: Tensor) -> Tensor {
    x.reshaped([x.shape[0], x.shape[1], heads, x.shape[2] / heads]).transposed(1, 2)
  }
}

extension Linear {
  /// The layer, for each position of each sequence.
  ///
  /// - Parameter x: `[N, T, I]`.
  /// - Returns: `[N, T, O]`.
  func rows(of x: Tensor) -> Tensor {
    let y = self(x.reshaped([x.shape[0] * x.shape[1], x.shape[2]]))
    return y.reshaped([x.shape[0], x.shape[1], y.shape[1]])
  }
}
