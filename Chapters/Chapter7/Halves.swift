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

  /// Both halves, with the norms in this place.
  static func row(
    _ features: Int, heads: Int, _ place: TransformerBlock.NormPlace, using random: inout Random
  ) -> Sequential {
    Sequential(
      named: [true, false].map { isAttention in
        let block = TransformerBlock(features, heads: heads, place, using: &random)
        let name = "\(place.rawValue): " + (isAttention ? "attention" : "two layers")
        return (name, Half(of: block, isAttention: isAttention))
      })
  }
}
