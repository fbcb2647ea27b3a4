import Autograd
import Chapter7Blocks
import Layers

/// One half of a Transformer block as a layer of its own, to be drawn.
final class Half: Layer {
  private let block: TransformerBlock
  private let isAttention: Bool

  init(of block: TransformerBlock, isAttention: Bool) {
    (self.block, self.isAttention) = (block, isAttention)
  }

  func forward(_ x: Tensor) -> Tensor { isAttention ? block.first(x) : block.second(x) }

  /// Both halves, with the norms before the branches and behind the sums.
  static func row(_ features: Int, heads: Int, using random: inout Random) -> Sequential {
    Sequential(
      named: TransformerBlock.NormPlace.allCases.flatMap { place in
        [true, false].map { isAttention in
          let block = TransformerBlock(features, heads: heads, place, using: &random)
          let name = "\(place.rawValue): " + (isAttention ? "attention" : "two layers")
          return (name, Half(of: block, isAttention: isAttention))
        }
      })
  }
}
