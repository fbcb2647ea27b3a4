import Autograd
import Layers
import TestSupport
import Testing

@Suite struct LayerNormTests {
  @Test func shapeAndPrintedForm() throws {
    let norm = LayerNorm(5)
    #expect(norm.description == "LayerNorm(5)")
    #expect(norm.namedParameters.map(\.name) == ["weight", "bias"])
    #expect(norm.parameterCount == 10)
    #expect(norm(.ramp([2, 3, 5])).shape == [2, 3, 5])
    #expect(try norm.outputShape(of: [2, 3, 5]) == [2, 3, 5])
    #expect(throws: SentenceError.self) { try norm.outputShape(of: [2, 3, 4]) }
  }

  @Test func itDoesTheSameInBothModes() {
    let (norm, x) = (LayerNorm(16), Tensor.ramp([3, 16]))
    #expect(norm(x.on(Tape())).scalars == norm(x).scalars)
    #expect(norm(x).scalars == layerNorm(x, .ones([16]), .zeros([16])).scalars)
  }

  @Test func everyParameterGetsAGradient() {
    let norm = LayerNorm(4)
    let gradients = norm(Tensor.ramp([2, 4]).on(Tape())).sum().backward()
    for parameter in norm.parameters { #expect(gradients[parameter]?.shape == [4]) }
  }

  @Test func itWantsAtLeastOneFeature() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = LayerNorm(0)
    }
    #expect(result?.lastWords?.hasPrefix("LayerNorm: features is 0") == true)
  }
}
