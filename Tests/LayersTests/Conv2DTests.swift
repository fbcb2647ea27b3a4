import Autograd
import Layers
import TestSupport
import Testing

@Suite struct Conv2DTests {
  @Test(
    arguments: [
      (1, 0, true, [2, 5, 4, 4], "Conv2D(3, 5, kernelSize: 3, stride: 1)"),
      (2, 1, true, [2, 5, 3, 3], "Conv2D(3, 5, kernelSize: 3, stride: 2, padding: 1)"),
      (
        1, 1, false, [2, 5, 6, 6], "Conv2D(3, 5, kernelSize: 3, stride: 1, padding: 1, bias: false)"
      ),
    ])
  func shapeAndPrintedForm(
    stride: Int, padding: Int, bias: Bool, shape: [Int], description: String
  ) {
    var random = Random(seed: 1)
    let layer = Conv2D(
      3, 5, kernelSize: 3, stride: stride, padding: padding, bias: bias, using: &random)
    #expect(layer(.ramp([2, 3, 6, 6])).shape == shape)
    #expect(layer.description == description)
    #expect(layer.namedParameters.map(\.name) == (bias ? ["weight", "bias"] : ["weight"]))
    #expect(layer.parameterCount == 5 * 3 * 3 * 3 + (bias ? 5 : 0))
  }

  @Test func itIsTheOperationWithItsOwnWeights() {
    var random = Random(seed: 1)
    let layer = Conv2D(2, 3, kernelSize: 2, stride: 3, padding: 1, using: &random)
    let x = Tensor.ramp([1, 2, 5, 5])
    let y = conv2D(x, layer.weight.value, layer.bias?.value, stride: 3, padding: 1)
    #expect(layer(x).scalars == y.scalars)
  }

  @Test func inGroupsItHasFewerWeightsAndSaysSo() throws {
    var random = Random(seed: 1)
    let layer = Conv2D(6, 9, kernelSize: 3, padding: 1, groups: 3, bias: false, using: &random)
    #expect(
      layer.description
        == "Conv2D(6, 9, kernelSize: 3, stride: 1, padding: 1, groups: 3, bias: false)")
    #expect(layer.weight.value.shape == [9, 2, 3, 3])
    let x = Tensor.ramp([2, 6, 4, 5])
    let y = conv2D(x, layer.weight.value, padding: 1, groups: 3)
    #expect(layer(x).scalars == y.scalars)
    #expect(try layer.outputShape(of: x.shape) == y.shape)
  }

  @Test func channelsThatCannotBeDividedAreNamed() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = Random(seed: 1)
      _ = Conv2D(6, 8, kernelSize: 3, groups: 3, using: &random)
    }
    #expect(
      result?.lastWords
        == "Conv2D: inChannels is 6 and outChannels 8, but both should be multiples of groups, 3")
  }

  @Test func everyParameterGetsAGradient() {
    var random = Random(seed: 1)
    let layer = Conv2D(2, 3, kernelSize: 3, using: &random)
    let gradients = layer(Tensor.ramp([1, 2, 5, 5]).on(Tape())).sum().backward()
    for parameter in layer.parameters {
      #expect(gradients[parameter]?.shape == parameter.value.shape)
    }
  }
}
