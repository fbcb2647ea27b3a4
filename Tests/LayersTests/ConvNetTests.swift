import Autograd
import Chapter1Net
import TestSupport
import Testing

@Suite struct ConvNetTests {
  private func net(depth: Int, isResidual: Bool) -> ConvNet {
    var random = Random(seed: 1)
    return ConvNet(depth: depth, isResidual: isResidual, using: &random)
  }

  @Test(arguments: [6, 10, 22], [false, true])
  func oneScorePerClassForEachImage(depth: Int, isResidual: Bool) {
    #expect(net(depth: depth, isResidual: isResidual)(.ramp([2, 1, 28, 28])).shape == [2, 10])
  }

  @Test func theDepthCountsTheLayersWithWeights() {
    for depth in [6, 10, 54] { #expect(net(depth: depth, isResidual: true).weights.count == depth) }
  }

  @Test func theFirstBlockOfTheSecondStageHalvesTheImage() {
    let blocks = net(depth: 10, isResidual: true).blocks
    #expect(blocks.map(\.stride) == [1, 1, 2, 1])
    #expect(blocks[2](.ramp([2, 8, 14, 14])).shape == [2, 16, 7, 7])
  }

  @Test func addingTheInputLearnsNothingMore() {
    let (plain, residual) = (net(depth: 22, isResidual: false), net(depth: 22, isResidual: true))
    #expect(plain.parameterCount == residual.parameterCount)
    #expect(plain.namedParameters.map(\.name) == residual.namedParameters.map(\.name))
  }

  @Test func withItsLastScaleAtZeroAResidualBlockReturnsEverySecondPixel() {
    var random = Random(seed: 1)
    let block = ConvBlock(1, 2, stride: 2, isResidual: true, using: &random)
    block.norm2.weight.value = .zeros([2])
    let x = Tensor((1...16).map(Float.init), shape: [1, 1, 4, 4])
    #expect(block(x).scalars == [1, 3, 9, 11, 0, 0, 0, 0])
  }

  @Test(arguments: [false, true]) func everyParameterGetsAGradient(isResidual: Bool) {
    let net = net(depth: 10, isResidual: isResidual)
    let x = Tensor.ramp([2, 1, 28, 28]).on(Tape())
    let gradients = crossEntropy(net(x), [3, 7]).backward()
    for (name, parameter) in net.namedParameters {
      #expect(gradients[parameter]?.shape == parameter.value.shape, "\(name)")
    }
  }

  @Test func aDepthThatIsNoneIsToldWhichAre() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = Random(seed: 1)
      _ = ConvNet(depth: 20, isResidual: true, using: &random)
    }
    #expect(
      result?.lastWords
        == "ConvNet: depth is 20; it must be 4n + 2 with n at least 1, such as 6, 10 or 22")
  }
}
