import Autograd
import Layers

/// The Transformer for small pictures with several streams in the place of its main path.
///
/// Every branch, of attention and of two linear layers, begins with its norm. All streams begin as the same
/// patches, and their mean is what is classified.
public final class StreamTransformer: Layer {
  /// Patches, and the head.
  public let ends: PatchTransformer
  /// Two for each block.
  public let connections: [HyperConnection]
  private let streams: Int

  /// - Parameters:
  ///   - depth: how many blocks there are, of two branches each.
  ///   - features: how many numbers a patch has.
  ///   - streams: how many there are.
  ///   - mixing: what the matrices that mix them may be.
  ///   - deviation: by how much they differ from the identity.
  ///   - random: where the first weights come from.
  public init(
    depth: Int, features: Int = 32, streams: Int = 4, _ mixing: HyperConnection.Mixing,
    deviation: Float = 0.3, using random: inout Random
  ) {
    ends = PatchTransformer(depth: 0, features: features, .preNorm, using: &random)
    connections = (0..<2 * depth).map { i in
      let branch = PreNormBranch(features, isAttention: i.isMultiple(of: 2), using: &random)
      return HyperConnection(
        streams: streams, mixing, deviation: deviation, branch, using: &random)
    }
    self.streams = streams
  }

  /// - Parameter x: `[N, 1, 28, 28]`.
  /// - Returns: one score per class, `[N, 10]`.
  public func forward(_ x: Tensor) -> Tensor {
    classify(connections.reduce(begin(x)) { x, connection in connection(x) })
  }

  /// The patches, once for each stream, `[S, N, 16, C]`.
  public func begin(_ x: Tensor) -> Tensor {
    let patches = ends.embed(x)
    return patches.reshaped([1] + patches.shape) * Tensor.ones([streams, 1, 1, 1])
  }

  /// The head, given the mean of the streams.
  public func classify(_ x: Tensor) -> Tensor {
    ends.classify(x.mean(over: 0).reshaped(Array(x.shape.dropFirst())))
  }
}

/// One branch of a Transformer block, which begins with its norm.
public final class PreNormBranch: Layer {
  /// At the beginning.
  public let norm: LayerNorm
  /// One of the two branches.
  public let attention: Attention?
  /// The other.
  public let up, down: Linear?

  /// - Parameters:
  ///   - features: how many numbers a position has.
  ///   - isAttention: whether it is attention; else it is two linear layers.
  ///   - random: where the first weights come from.
  public init(_ features: Int, isAttention: Bool, using random: inout Random) {
    norm = LayerNorm(features)
    attention = isAttention ? Attention(features, heads: 4, using: &random) : nil
    up =
      isAttention
      ? nil : Linear(features, 4 * features, initialization: .xavierUniform, using: &random)
    down =
      isAttention
      ? nil : Linear(4 * features, features, initialization: .xavierUniform, using: &random)
  }

  /// - Parameter x: `[N, T, C]`.
  /// - Returns: the same shape.
  public func forward(_ x: Tensor) -> Tensor {
    if let attention { return attention(norm(x)) }
    return down!.rows(of: gelu(up!.rows(of: norm(x))))
  }
}
