import Autograd
import Layers
import TestSupport
import Testing

@Suite struct InitializationTests {
  /// 64 windows over 16 channels of 5 × 5: fanIn is 400, fanOut 1600.
  private static let shape = [64, 16, 5, 5]

  /// The variance of each case, and how far its weights may lie from zero.
  @Test(
    arguments: [
      (.standard, 1.0 / 1200, 0.05),  // PyTorch's: ± 1 / √400
      (.kaimingUniform, 2.0 / 400, 0.1224745),  // ± √(6 / 400)
      (.kaimingNormal, 2.0 / 400, .infinity),
      (.xavierUniform, 2.0 / 2000, 0.0547723),  // ± √(6 / 2000)
      (.xavierNormal, 2.0 / 2000, .infinity),
    ] as [(Initialization, Double, Float)])
  func weightsSpreadAsThePaperSays(initialization: Initialization, variance: Double, bound: Float) {
    var random = Random(seed: 3)
    let weight = initialization.weight(Self.shape, using: &random)
    #expect(weight.shape == Self.shape)
    let numbers = weight.scalars.map(Double.init)
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    let square = numbers.reduce(0) { $0 + $1 * $1 } / Double(numbers.count)
    #expect(abs(mean) < 0.03 * variance.squareRoot())
    #expect(abs(square / variance - 1) < 0.05)
    let largest = weight.scalars.map(abs).max()!
    #expect(largest <= bound * 1.000001)
    #expect(
      bound == .infinity ? largest > 3 * Float(variance.squareRoot()) : largest > 0.99 * bound)
  }

  @Test func aRowOfWeightsHasAFanInToo() {
    var random = Random(seed: 3)
    let weight = Initialization.standard.weight([100, 25], using: &random)
    let largest = weight.scalars.map(abs).max()!
    #expect(largest <= 0.2 && largest > 0.199)  // 1 / √25
  }

  @Test func standardBiasesSpreadLikeTheirWeights() {
    var random = Random(seed: 3)
    let bias = Initialization.standard.bias(for: [1000, 4, 5, 5], using: &random)
    #expect(bias.shape == [1000])
    let largest = bias.scalars.map(abs).max()!
    #expect(largest <= 0.1 && largest > 0.099)  // 1 / √100
  }

  @Test(
    arguments: [.kaimingUniform, .kaimingNormal, .xavierUniform, .xavierNormal] as [Initialization])
  func otherBiasesStartAtZero(initialization: Initialization) {
    var random = Random(seed: 3)
    #expect(initialization.bias(for: [3, 4], using: &random).scalars == [0, 0, 0])
  }

  @Test func theSameSeedGivesTheSameWeights() {
    func weights(seed: UInt64) -> [Float] {
      var random = Random(seed: seed)
      let net = Sequential(
        Conv2D(2, 3, kernelSize: 3, using: &random), Linear(4, 5, using: &random))
      return net.parameters.flatMap(\.value.scalars)
    }
    #expect(weights(seed: 1) == weights(seed: 1))
    #expect(weights(seed: 1) != weights(seed: 2))
  }

  @Test func aLayerUsesTheOneItIsGiven() {
    var (one, same) = (Random(seed: 1), Random(seed: 1))
    let layer = Linear(4, 5, initialization: .xavierNormal, using: &one)
    #expect(
      layer.weight.value.scalars
        == Initialization.xavierNormal.weight([5, 4], using: &same).scalars)
    let conv = Conv2D(2, 3, kernelSize: 3, initialization: .kaimingNormal, using: &one)
    #expect(conv.bias?.value.scalars == [0, 0, 0])
  }

  @Test func aShapeThatIsNoWeightIsNamed() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = Random(seed: 1)
      _ = Initialization.standard.weight([16, 0, 3, 3], using: &random)
    }
    #expect(
      result?.lastWords
        == "Initialization: [16, 0, 3, 3] is no shape of a weight, [O, I] or [O, C, K, K], all at least 1"
    )
  }
}
