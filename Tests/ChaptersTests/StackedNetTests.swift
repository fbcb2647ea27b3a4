import Autograd
import Chapter6Net
import Layers
import Testing

/// The net of chapter 6: what it computes when blocks are deleted, reordered or cut.
@Suite struct StackedNetTests {
  private func net(
    depth: Int = 10, isResidual: Bool = true, _ scaling: Scaling = .norm
  ) -> StackedNet {
    var random = Random(seed: 1)
    return StackedNet(depth: depth, isResidual: isResidual, scaling, using: &random)
  }

  private func images(_ count: Int = 2) -> Tensor {
    var random = Random(seed: 2)
    return .normal([count, 1, 28, 28], using: &random)
  }

  @Test func aBlockIsItsShortcutPlusItsBranch() {
    let net = net()
    let features = net.features(net.stem(images()))
    for (block, (x, y)) in zip(net.blocks, zip(features, features.dropFirst())) {
      #expect(relu(block.shortcut(x) + block.branch(x)).scalars == y.scalars)
    }
  }

  @Test func aPlainBlockIsItsBranchAlone() {
    let net = net(isResidual: false)
    let features = net.features(net.stem(images()))
    for (block, (x, y)) in zip(net.blocks, zip(features, features.dropFirst())) {
      #expect(relu(block.branch(x)).scalars == y.scalars)
    }
  }

  @Test func aDeletedBlockHandsOnWhatItIsGiven() {
    let net = net()
    let x = net.stem(images())
    let features = net.features(x) { block, i, x in i == 1 ? block.shortcut(x) : block(x) }
    #expect(features[2].scalars == features[1].scalars)
    #expect(features[3].scalars != features[2].scalars)
    let all = net.features(x) { block, _, x in block.shortcut(x) }
    #expect(all[2].scalars == x.scalars)
    #expect(all.last!.shape == [2, 16, 7, 7])
  }

  @Test func blocksAreAppliedInTheOrderThatIsSaid() {
    let net = net(depth: 14)
    let x = net.stem(images())
    let features = net.features(x, order: [1, 0, 2, 3, 4, 5])
    #expect(features[2].scalars == net.blocks[0](net.blocks[1](x)).scalars)
    #expect(
      net.features(x, order: Array(0..<6)).last!.scalars == net.features(x).last!.scalars)
  }

  /// Along 2⁴ paths, each cut out by detaching either the shortcut or the branch of every block.
  @Test func theGradientsAlongAllPathsAddUpToTheGradient() {
    let net = net()
    func gradient(_ pass: (StackedBlock, Int, Tensor) -> Tensor) -> Tensor {
      let x = Tape(.evaluation).watch(net.stem(images()))
      let scores = net.classify(net.features(x, pass).last!)
      return crossEntropy(scores, [3, 5]).backward()[x]!
    }
    let whole = gradient { block, _, x in block(x) }
    let paths = (0..<16).map { path in
      gradient { block, i, x in
        let (shortcut, branch) = (block.shortcut(x), block.branch(x))
        return relu(
          path >> i & 1 == 1 ? shortcut.detached + branch : shortcut + branch.detached)
      }
    }
    let sum = paths.reduce(Tensor.zeros(whole.shape), +)
    let size = whole.scalars.map(abs).max()!
    #expect(size > 0)
    #expect(zip(sum.scalars, whole.scalars).allSatisfy { abs($0 - $1) < 1e-5 * size })
    #expect(paths.allSatisfy { $0.scalars.contains { $0 != 0 } })
  }

  @Test(arguments: [Scaling.zeroGamma, .skipInit])
  func aBranchThatBeginsAtZeroLeavesARelu(scaling: Scaling) {
    var random = Random(seed: 3)
    let block = StackedBlock(3, 3, isResidual: true, scaling, using: &random)
    let x = Tensor.normal([4, 3, 6, 5], using: &random)
    #expect(block(x.on(Tape())).scalars == relu(x).scalars)
    #expect(block(x).scalars == relu(x).scalars)
    #expect(x.scalars.contains { $0 < 0 })
  }

  @Test(arguments: Scaling.allCases) func everyParameterGetsAGradient(scaling: Scaling) {
    let net = net(scaling)
    let gradients = crossEntropy(net(images(4).on(Tape())), [0, 1, 2, 3]).backward()
    for (name, parameter) in net.namedParameters {
      #expect(gradients[parameter] != nil, "\(scaling): \(name)")
    }
  }

  @Test func plainAndResidualHaveTheSameWeightsAndTheDepthThatIsSaid() {
    let (plain, residual) = (net(depth: 22, isResidual: false), net(depth: 22))
    #expect(plain.parameterCount == residual.parameterCount)
    #expect(
      plain.blocks[3].conv1.weight.value.scalars == residual.blocks[3].conv1.weight.value.scalars)
    #expect(Survey(of: residual, input: [1, 1, 28, 28]).depth == 22)
    #expect(residual.blocks.count == 10)
  }

  @Test func aDepthThatIsNotPossibleStopsTheProgram() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = Random(seed: 1)
      _ = StackedNet(depth: 20, isResidual: true, using: &random)
    }
    let words = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(words.contains("StackedNet: depth is 20; it must be 4n + 2"))
  }
}
