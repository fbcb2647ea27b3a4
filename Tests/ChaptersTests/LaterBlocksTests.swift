import Autograd
import Chapter7Blocks
import Layers
import TestSupport
import Testing

/// The blocks of chapter 7 with convolutions.
@Suite struct LaterBlocksTests {
  /// Values and gradients are float64's to 10⁻⁵ of the largest.
  @Test(
    arguments: try FixtureCase.load("later").filter {
      ["ResNeXt", "SqueezeExcitation", "Dense"].contains($0.operation)
    })
  func theyAgreeWithPyTorch(fixture: FixtureCase) {
    var random = Random(seed: 1)
    let block: any Layer =
      switch fixture.operation {
      case "ResNeXt": ResNeXtBlock(8, 8, cardinality: 4, width: 2, using: &random)
      case "SqueezeExcitation": SqueezeExcitationBlock(8, 8, using: &random)
      default: DenseBlock(6, growth: 4, layers: 2, using: &random)
      }
    func known(_ name: String) -> String {
      name.replacing("norms.0", with: "bn1").replacing("norms.1", with: "bn2")
        .replacing("convs.0", with: "conv1").replacing("convs.1", with: "conv2")
    }
    for (name, parameter) in block.namedParameters { parameter.value = fixture[known(name)]! }
    let x = Tape().watch(fixture["x"]!)
    let y = block(x)
    expectClose(y, fixture["y"]!, tolerance: 1e-5, "y of \(fixture.operation),")
    let gradients = (y * fixture["dy"]!).sum().backward()
    expectClose(gradients[x]!, fixture["dx"]!, tolerance: 1e-5, "dx of \(fixture.operation),")
    for (name, parameter) in block.namedParameters {
      expectClose(
        gradients[parameter]!, fixture["d" + known(name)]!, tolerance: 1e-5,
        "d\(name) of \(fixture.operation),")
    }
  }

  /// Its section 3.1 has 256 · 128 + 3 · 3 · 4 · 128 + 128 · 256.
  @Test func aResNeXtBlockHasAsManyWeightsAsThePaperSays() {
    var random = Random(seed: 1)
    let block = ResNeXtBlock(256, 256, cardinality: 32, width: 4, using: &random)
    #expect(block.all(Conv2D.self).reduce(0) { $0 + $1.parameterCount } == 70_144)
  }

  @Test func whereTheShapeChangesTheShortcutChangesItToo() {
    var random = Random(seed: 1)
    let x = Tensor.uniform([2, 8, 7, 7], in: -1...1, using: &random)
    let next = ResNeXtBlock(8, 16, stride: 2, cardinality: 4, width: 2, using: &random)
    let squeezing = SqueezeExcitationBlock(8, 16, stride: 2, using: &random)
    #expect(next(x).shape == [2, 16, 4, 4] && squeezing(x).shape == [2, 16, 4, 4])
    #expect(next.downsample != nil)
    let same = ResNeXtBlock(8, 8, cardinality: 4, width: 2, using: &random)
    #expect(same(x).shape == x.shape && same.downsample == nil)
  }

  @Test func factorsAreBetweenZeroAndOneAndAHalfWithoutWeights() {
    var random = Random(seed: 1)
    let block = SqueezeExcitationBlock(8, 8, using: &random)
    let y = Tensor.uniform([3, 8, 4, 4], in: -5...5, using: &random)
    let factors = block.factors(y)
    #expect(factors.shape == [3, 8, 1, 1] && factors.scalars.allSatisfy { (0...1).contains($0) })
    for parameter in block.fc2.parameters { parameter.value = .zeros(parameter.value.shape) }
    #expect(block.factors(y).scalars.allSatisfy { $0 == 0.5 })
  }

  @Test func aDenseBlockHandsOnWhatItWasGiven() {
    var random = Random(seed: 1)
    let block = DenseBlock(3, growth: 2, layers: 4, using: &random)
    let x = Tensor.uniform([2, 3, 5, 5], in: -1...1, using: &random)
    let y = block(x)
    #expect(y.shape == [2, 11, 5, 5])
    #expect(y.slice(0..<3).scalars == x.scalars)
  }

  @Test func aUNetReturnsAnAnswerForEachPixelWithAsManyWeightsWithoutShortcuts() {
    var (random, other) = (Random(seed: 1), Random(seed: 1))
    let net = UNet(1, 2, width: 4, using: &random)
    let without = UNet(1, 2, width: 4, hasShortcuts: false, using: &other)
    let x = Tensor.uniform([2, 1, 12, 8], using: &random)
    #expect(net(x).shape == [2, 2, 12, 8] && without(x).shape == [2, 2, 12, 8])
    #expect(net.parameterCount == without.parameterCount)
    #expect(net(x).scalars != without(x).scalars)
  }

  @Test func twiceAsLargeIsEachPixelFourTimes() {
    let x = Tensor([1, 2, 3, 4], shape: [1, 1, 2, 2])
    #expect(twiceAsLarge(x).shape == [1, 1, 4, 4])
    #expect(twiceAsLarge(x).scalars == [1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4])
  }
}
