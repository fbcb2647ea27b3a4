import Autograd
import Layers
import TestSupport
import Testing

@Suite struct SequentialTests {
  @Test func layersComeOneAfterAnother() {
    let x = Tensor.ramp([2, 3])
    #expect(Sequential(Tanh(), ReLU())(x).scalars == relu(tanh(x)).scalars)
    #expect(Sequential([])(x).scalars == x.scalars)
  }

  @Test func partsAreNamedByNumber() {
    var random = Random(seed: 1)
    let net = Sequential(Linear(3, 4, using: &random), ReLU(), Linear(4, 2, using: &random))
    #expect(net.children.map(\.name) == ["0", "1", "2"])
    #expect(net.namedParameters.map(\.name) == ["0.weight", "0.bias", "2.weight", "2.bias"])
    #expect(net.parameterCount == 3 * 4 + 4 + 4 * 2 + 2)
    #expect(
      net.description == """
        Sequential(
          0: Linear(3, 4)
          1: ReLU()
          2: Linear(4, 2)
        )
        """)
  }

  @Test func partsCanBeGivenNames() {
    var random = Random(seed: 1)
    let net = Sequential(named: [("first", Linear(3, 4, using: &random)), ("bend", ReLU())])
    #expect(net.children.map(\.name) == ["first", "bend"])
    #expect(net.namedParameters.map(\.name) == ["first.weight", "first.bias"])
    #expect(net(.ramp([2, 3])).scalars == Sequential(net.layers)(.ramp([2, 3])).scalars)
  }

  @Test func aNameGivenTwiceStopsTheProgram() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Sequential(named: [("bend", ReLU()), ("bend", Tanh())])
    }
    #expect(
      result?.lastWords
        == "Sequential: two layers are called bend; their parameters would share a name")
  }
}
