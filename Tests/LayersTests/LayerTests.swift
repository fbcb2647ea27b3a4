import Autograd
import Layers
import TestSupport
import Testing

@Suite struct LayerTests {
  @Test func onATapeCallingALayerNamesIt() {
    let tape = Tape()
    let (relu, tanh) = (ReLU(), Tanh())
    let net = Sequential(relu, Sequential(tanh))
    _ = net(Tensor.ramp([2]).on(tape))
    #expect(
      tape.lines.map { $0.scope.map(\.name) }
        == [[], ["Sequential", "ReLU"], ["Sequential", "Sequential", "Tanh"]])
    #expect(tape.lines[1].scope.last?.layer == ObjectIdentifier(relu))
  }

  @Test func offTheTapeItComputesTheSame() {
    var random = Random(seed: 1)
    let layer = Conv2D(2, 3, kernelSize: 3, using: &random)
    let x = Tensor.ramp([1, 2, 5, 5])
    #expect(layer(x).tape == nil)
    #expect(layer(x).scalars == layer(x.on(Tape())).scalars)
  }
}
