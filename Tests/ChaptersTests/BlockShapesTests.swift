import Autograd
import Chapter3Blocks
import Chapter4Net
import Chapter5Net
import Layers
import Testing

@Suite struct BlockShapesTests {
  @Test(arguments: [(4, 1), (4, 2), (6, 1), (6, 2)])
  func aBlockSaysTheShapeThatItReturns(setting: (channels: Int, stride: Int)) throws {
    for block in BlocksTests.blocks(to: setting.channels, stride: setting.stride) {
      let said = try block.outputShape(of: [2, 4, 5, 6])
      #expect(said == block(.ones([2, 4, 5, 6])).shape, "\(type(of: block))")
    }
  }

  @Test func theNotebooksNetsAreListedWithoutAnError() throws {
    var random = Random(seed: 1)
    let nets: [(any Layer, last: Int)] = [
      (ResNet(using: &random), 10), (ThreeStageResNet(.normFirst, using: &random), 9),
      (ThreeStageResNet(.convFirst, using: &random), 9),
    ]
    for (net, last) in nets {
      let steps = shapesLayerByLayer(of: net, input: [1, 1, 96, 96])
      #expect(steps.count == last)
      #expect(try steps.last?.output.get() == [1, 10])
    }
  }

  /// The three methods that a block is cut by are its `forward`.
  @Test(arguments: Ordering.allCases) func aBlockIsWhatFollowsTheSumOfItsPaths(ordering: Ordering) {
    var random = Random(seed: 1)
    let x = Tensor.uniform([2, 3, 6, 6], in: -1...1, using: &random)
    for bypass in Bypass.allCases {
      let block = OrderedBlock(3, 5, stride: 2, ordering, bypass, using: &random)
      #expect(
        block(x).scalars == block.afterSum(block.shortcut(x) + block.branch(x)).scalars,
        "\(bypass)")
    }
  }

  /// With its branch cut, a block that ends with its sum passes the gradient as it is.
  @Test func alongTheShortcutAloneNothingIsLostWhereNothingFollowsTheSum() {
    var random = Random(seed: 1)
    let x = Tensor.uniform([2, 3, 6, 6], in: -1...1, using: &random)
    let dy = Tensor.uniform([2, 3, 6, 6], in: -1...1, using: &random)
    func gradient(_ ordering: Ordering, _ cut: (OrderedBlock, Tensor) -> Tensor) -> [Float] {
      let block = OrderedBlock(3, 3, ordering, using: &random)
      let tape = Tape()
      let watched = tape.watch(x)
      return (dy * block.afterSum(cut(block, watched))).sum().backward()[watched]!.scalars
    }
    for ordering in [Ordering.reluOnlyPreactivation, .fullPreactivation, .reluBeforeAddition] {
      let alone = gradient(ordering) { $0.shortcut($1) + $0.branch($1).detached }
      #expect(alone == dy.scalars, "\(ordering)")
    }
    let normed = gradient(.normAfterAddition) { $0.shortcut($1) + $0.branch($1).detached }
    #expect(normed != dy.scalars)
  }
}
