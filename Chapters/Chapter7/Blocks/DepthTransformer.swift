import Autograd
import Layers

/// The Transformer for small pictures in which every branch chooses what it reads among all earlier results.
///
/// Attention residuals (Kimi Team 2026) in the place of shortcuts: nothing is added up along a main path.
public final class DepthTransformer: Layer {
  /// Patches, and the head.
  public let ends: PatchTransformer
  /// Attention and two linear layers in turn, two for each block.
  public let branches: [PreNormBranch]
  /// What each branch reads, and at last the head.
  public let readers: [DepthAttention]

  /// - Parameters:
  ///   - depth: how many blocks there are, of two branches each.
  ///   - features: how many numbers a patch has.
  ///   - random: where the first weights come from.
  public init(depth: Int, features: Int = 32, using random: inout Random) {
    ends = PatchTransformer(depth: 0, features: features, .preNorm, using: &random)
    branches = (0..<2 * depth).map { i in
      PreNormBranch(features, isAttention: i.isMultiple(of: 2), using: &random)
    }
    readers = (0...2 * depth).map { _ in DepthAttention(features) }
  }

  /// - Parameter x: `[N, 1, 28, 28]`.
  /// - Returns: one score per class, `[N, 10]`.
  public func forward(_ x: Tensor) -> Tensor { classify(results(x)) }

  /// At each position the features of the patch, and what each branch returns, one behind another.
  ///
  /// - Parameter x: `[N, 1, 28, 28]`.
  /// - Returns: `[N, 16, 1 + 2 · depth, C]`.
  public func results(_ x: Tensor) -> Tensor {
    let patches = ends.embed(x)
    let one = [patches.shape[0], 16, 1, patches.shape[2]]
    return zip(readers, branches).reduce(patches.reshaped(one)) { results, layer in
      let (reader, branch) = layer
      return concatenate([results, branch(reader(results)).reshaped(one)], axis: 2)
    }
  }

  /// The head, given all results.
  public func classify(_ results: Tensor) -> Tensor { ends.classify(readers.last!(results)) }
}
