import Autograd
import Layers

/// A Transformer for small pictures: sixteen patches of 7 × 7 pixels are the positions of its sequence.
///
/// As ViT (Dosovitskiy et al. 2020), but with the mean over all patches in the place of a token for the class.
public final class PatchTransformer: Layer {
  /// From the pixels of a patch to its features.
  public let embedding: Linear
  /// Where a patch is, as a number for each feature, `[1, 16, C]`.
  public let positions: Parameter
  /// One behind the other.
  public let blocks: [TransformerBlock]
  /// Behind the last block, if no block ends with a norm.
  public let lastNorm: LayerNorm?
  /// Gives a score for each class.
  public let fc: Linear

  /// - Parameters:
  ///   - depth: how many blocks there are.
  ///   - features: how many numbers a patch has.
  ///   - heads: those of each attention.
  ///   - place: where the norms stand.
  ///   - random: where the first weights come from.
  public init(
    depth: Int, features: Int = 32, heads: Int = 4, _ place: TransformerBlock.NormPlace,
    using random: inout Random
  ) {
    embedding = Linear(49, features, initialization: .xavierUniform, using: &random)
    positions = Parameter(.normal([1, 16, features], deviation: 0.1, using: &random))
    blocks = (0..<depth).map { _ in
      TransformerBlock(features, heads: heads, place, using: &random)
    }
    lastNorm = place == .preNorm ? LayerNorm(features) : nil
    fc = Linear(features, 10, initialization: .xavierUniform, using: &random)
  }

  /// - Parameter x: `[N, 1, 28, 28]`.
  /// - Returns: one score per class, `[N, 10]`.
  public func forward(_ x: Tensor) -> Tensor {
    classify(blocks.reduce(embed(x)) { x, block in block(x) })
  }

  /// The patches with their features.
  ///
  /// - Parameter x: `[N, 1, 28, 28]`.
  /// - Returns: `[N, 16, C]`.
  public func embed(_ x: Tensor) -> Tensor {
    let patches = x.reshaped([x.shape[0], 4, 7, 4, 7]).transposed(2, 3)
      .reshaped([x.shape[0], 16, 49])
    return embedding.rows(of: patches) + positions.on(x.tape)
  }

  /// The head of the net.
  ///
  /// - Parameter x: `[N, 16, C]`.
  /// - Returns: one score per class, `[N, 10]`.
  public func classify(_ x: Tensor) -> Tensor {
    let x = lastNorm?(x) ?? x
    return fc(x.mean(over: 1).reshaped([x.shape[0], x.shape[2]]))
  }
}
