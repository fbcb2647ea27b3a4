import Autograd
import Layers
import TestSupport
import Testing

/// A layer with every kind of property that is searched, and some that are not.
private final class Everything: Layer {
  let scale = Parameter(Tensor(2))
  let count = 3
  let norm: ReLU? = nil
  let shortcut: Linear?
  let biases: [Parameter]
  let blocks: [any Layer]
  let stages: [[Linear]]
  let offset: Parameter? = Parameter(Tensor(1))

  init(using random: inout Random) {
    shortcut = Linear(2, 2, bias: false, using: &random)
    biases = [Parameter(.zeros([2])), Parameter(.zeros([3]))]
    blocks = [ReLU(), Sequential(Linear(2, 1, using: &random))]
    stages = [[], [Linear(1, 1, bias: false, using: &random)]]
  }

  func forward(_ x: Tensor) -> Tensor { x }
}

private final class Twice: Layer {
  let weight: Parameter
  let first, second: Linear

  init(using random: inout Random) {
    first = Linear(2, 2, using: &random)
    (second, weight) = (first, first.weight)
  }

  func forward(_ x: Tensor) -> Tensor { second(first(x)) }
}

@Suite struct PartsTests {
  @Test func layersOfOneKindAreFoundAtAnyDepthEachOnce() {
    var random = Random(seed: 1)
    let layer = Everything(using: &random)
    #expect(layer.all(Linear.self).count == 3)
    #expect(layer.all(ReLU.self).count == 1)
    #expect(layer.all(Everything.self).first === layer)
    #expect(Twice(using: &random).all(Linear.self).count == 1)
  }

  @Test func partsAreFoundInPropertiesOptionalsAndArrays() {
    var random = Random(seed: 1)
    let layer = Everything(using: &random)
    #expect(layer.children.map(\.name) == ["shortcut", "blocks.0", "blocks.1", "stages.1.0"])
    #expect(
      layer.namedParameters.map(\.name) == [
        "scale", "biases.0", "biases.1", "offset", "shortcut.weight", "blocks.1.0.weight",
        "blocks.1.0.bias", "stages.1.0.weight",
      ])
    #expect(layer.parameterCount == 1 + 2 + 3 + 1 + 4 + 2 + 1 + 1)
  }

  @Test func aSharedParameterIsListedOnce() {
    var random = Random(seed: 1)
    let layer = Twice(using: &random)
    #expect(layer.namedParameters.map(\.name) == ["weight", "first.bias"])
    #expect(
      layer.parameters.map(ObjectIdentifier.init)
        == [layer.first.weight, layer.first.bias!].map(ObjectIdentifier.init))
    #expect(layer.parameterCount == 6)
    #expect(layer.children.map(\.name) == ["first", "second"])
  }

  @Test func aLayerThatLearnsNothingHasNoParameters() {
    #expect(Sequential(ReLU(), Flatten(), MaxPool2D(kernelSize: 2)).parameters.isEmpty)
    #expect(ReLU().parameterCount == 0)
  }
}
