import Autograd
import Chapter7Blocks
import Layers
import TestSupport
import Testing

/// The blocks of chapter 7 for sequences.
@Suite struct TransformerTests {
  private func sequence(_ shape: [Int], seed: UInt64 = 1) -> Tensor {
    var random = Random(seed: seed)
    return .normal(shape, using: &random)
  }

  private func clear(_ layer: any Layer) {
    for parameter in layer.parameters { parameter.value = .zeros(parameter.value.shape) }
  }

  /// Without queries all scores are the same, and so are all weights.
  @Test func attentionThatLooksForNothingTakesTheMean() {
    var random = Random(seed: 1)
    let attention = Attention(4, heads: 2, using: &random)
    clear(attention.query)
    let y = attention(sequence([2, 3, 4]))
    for n in 0..<2 {
      for c in 0..<4 {
        let same = (0..<3).map { y.scalars[(n * 3 + $0) * 4 + c] }
        #expect(same.allSatisfy { abs($0 - same[0]) < 1e-6 })
      }
    }
  }

  /// Attention knows no order: positions exchanged before are positions exchanged behind.
  @Test func positionsMayBeExchanged() {
    var random = Random(seed: 1)
    let block = TransformerBlock(8, heads: 2, using: &random)
    let x = sequence([1, 2, 8])
    func exchanged(_ x: Tensor) -> Tensor {
      concatenate([x.slice(1..<2), x.slice(0..<1)])
    }
    expectClose(block(exchanged(x)), exchanged(block(x)), tolerance: 1e-5, "the block,")
  }

  @Test func withoutBranchesPreNormIsTheIdentityAndPostNormANorm() {
    var random = Random(seed: 1)
    let x = sequence([2, 3, 8])
    for place in TransformerBlock.NormPlace.allCases {
      let block = TransformerBlock(8, heads: 2, place, using: &random)
      clear(block.attention.out)
      clear(block.down)
      switch place {
      case .preNorm: #expect(block(x).scalars == x.scalars)
      case .postNorm:
        let norm = LayerNorm(8)
        expectClose(block(x), norm(norm(x)), tolerance: 1e-5, "post-norm,")
      }
    }
  }

  @Test func itsGradientsMatchNudges() {
    var random = Random(seed: 1)
    let block = TransformerBlock(4, heads: 2, using: &random)
    expectGradientsMatchNudges(of: [sequence([1, 3, 4])]) { block($0[0]) }
  }

  @Test func headsMustDivideTheFeatures() async {
    await #expect(processExitsWith: .failure) {
      var random = Random(seed: 1)
      _ = Attention(6, heads: 4, using: &random)
    }
  }

  @Test func patchesAreSquaresOfThePicture() {
    var random = Random(seed: 1)
    let net = PatchTransformer(depth: 1, .preNorm, using: &random)
    net.positions.value = .zeros(net.positions.value.shape)
    // One bright pixel, in the second row of patches and the third column.
    var pixels = [Float](repeating: 0, count: 784)
    pixels[8 * 28 + 15] = 1
    let patches = net.embed(Tensor(pixels, shape: [1, 1, 28, 28]))
    let empty = patches.slice(0..<1).scalars
    let different = (0..<16).filter { patches.slice($0..<$0 + 1).scalars != empty }
    #expect(different == [6])
    #expect(net(Tensor(pixels, shape: [1, 1, 28, 28])).shape == [1, 10])
  }
}
