import Autograd
import Layers

/// Attention and two linear layers, each with a shortcut around it and a norm before it or behind the sum.
///
/// Vaswani et al. 2017, "Attention is all you need", section 3.1, with GELU in the place of ReLU.
public final class TransformerBlock: Layer {
  /// Where the norms stand.
  public enum NormPlace: String, CaseIterable, Codable, Sendable {
    /// At the beginning of each branch, as in GPT-2 and later.
    case preNorm = "pre-norm"
    /// Behind each sum, as in 2017.
    case postNorm = "post-norm"
  }

  /// The two norms.
  public let norm1, norm2: LayerNorm
  /// The first branch.
  public let attention: Attention
  /// The second branch: to four times as many features, and back.
  public let up, down: Linear
  private let place: NormPlace

  /// - Parameters:
  ///   - features: how many numbers a position has.
  ///   - heads: those of the attention.
  ///   - place: where the norms stand.
  ///   - random: where the first weights come from.
  public init(
    _ features: Int, heads: Int, _ place: NormPlace = .preNorm, using random: inout Random
  ) {
    (norm1, norm2) = (LayerNorm(features), LayerNorm(features))
    attention = Attention(features, heads: heads, using: &random)
    up = Linear(features, 4 * features, initialization: .xavierUniform, using: &random)
    down = Linear(4 * features, features, initialization: .xavierUniform, using: &random)
    self.place = place
  }

  /// - Parameter x: `[N, T, C]`, a sequence of T positions.
  /// - Returns: the same shape.
  public func forward(_ x: Tensor) -> Tensor { second(first(x)) }

  /// Attention, with its shortcut.
  public func first(_ x: Tensor) -> Tensor {
    place == .preNorm ? x + attention(norm1(x)) : norm1(x + attention(x))
  }

  /// The two linear layers, with their shortcut.
  public func second(_ x: Tensor) -> Tensor {
    place == .preNorm ? x + feedForward(norm2(x)) : norm2(x + feedForward(x))
  }

  /// The second branch.
  public func feedForward(_ x: Tensor) -> Tensor { down.rows(of: gelu(up.rows(of: x))) }

  /// Where the norms stand.
  public var settings: String { ".\(place)" }
}
