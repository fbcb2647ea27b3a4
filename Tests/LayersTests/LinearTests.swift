import Autograd
import Layers
import TestSupport
import Testing

@Suite struct LinearTests {
  @Test(arguments: [(true, "Linear(3, 5)"), (false, "Linear(3, 5, bias: false)")])
  func shapeAndPrintedForm(bias: Bool, description: String) {
    var random = Random(seed: 1)
    let layer = Linear(3, 5, bias: bias, using: &random)
    #expect(layer(.ramp([2, 3])).shape == [2, 5])
    #expect(layer.description == description)
    #expect(layer.namedParameters.map(\.name) == (bias ? ["weight", "bias"] : ["weight"]))
    #expect(layer.parameterCount == 15 + (bias ? 5 : 0))
  }

  @Test func itIsTheOperationWithItsOwnWeights() {
    var random = Random(seed: 1)
    let layer = Linear(3, 5, using: &random)
    let x = Tensor.ramp([2, 3])
    #expect(layer(x).scalars == linear(x, layer.weight.value, layer.bias?.value).scalars)
  }
}
