import Autograd
import Chapter1Net
import TestSupport
import Testing

@Suite struct DeepNetTests {
  private func net(depth: Int = 30, _ activation: Activation = .relu, isResidual: Bool) -> DeepNet {
    var random = Random(seed: 1)
    return DeepNet(depth: depth, activation, isResidual: isResidual, using: &random)
  }

  @Test(arguments: Activation.allCases, [false, true])
  func oneScorePerDigitForEachImage(activation: Activation, isResidual: Bool) {
    #expect(net(activation, isResidual: isResidual)(.ramp([3, 1, 28, 28])).shape == [3, 10])
  }

  @Test func theDepthCountsTheLayersWithWeights() {
    for depth in [2, 5, 30] { #expect(net(depth: depth, isResidual: true).weights.count == depth) }
  }

  @Test func aShortcutHasNoParameters() {
    let (plain, residual) = (net(isResidual: false), net(isResidual: true))
    #expect(plain.parameterCount == residual.parameterCount)
    for (a, b) in zip(plain.weights, residual.weights) {
      #expect(a.value.scalars == b.value.scalars)
    }
  }

  @Test func aResidualLayerAddsWhatAPlainOneReturns() {
    var (one, other) = (Random(seed: 2), Random(seed: 2))
    let plain = HiddenLayer(4, .tanh, isResidual: false, using: &one)
    let residual = HiddenLayer(4, .tanh, isResidual: true, using: &other)
    let x = Tensor.ramp([2, 4])
    #expect(residual(x).scalars == (x + plain(x)).scalars)
  }

  @Test func theScaleShrinksHiddenLayersAlone() {
    var (one, other) = (Random(seed: 3), Random(seed: 3))
    let usual = DeepNet(depth: 3, .relu, isResidual: true, using: &one)
    let small = DeepNet(depth: 3, .relu, isResidual: true, scale: 0.5, using: &other)
    #expect(small.first.weight.value.scalars == usual.first.weight.value.scalars)
    #expect(
      small.hidden[0].linear.weight.value.scalars
        == usual.hidden[0].linear.weight.value.scalars.map { $0 / 2 })
    #expect(small.last.weight.value.scalars == usual.last.weight.value.scalars)
  }

  @Test func aNetOfOneLayerIsRefused() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = Random(seed: 1)
      _ = DeepNet(depth: 1, .relu, isResidual: false, using: &random)
    }
    #expect(
      result?.lastWords == "DeepNet: depth is 1; the first and the last layer alone make 2")
  }
}
