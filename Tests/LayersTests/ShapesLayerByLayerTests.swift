import Autograd
import Layers
import Testing

@Suite struct ShapesLayerByLayerTests {
  private static func net() -> Sequential {
    var random = Random(seed: 1)
    return Sequential(named: [
      ("conv", Conv2D(2, 4, kernelSize: 3, stride: 2, padding: 1, using: &random)),
      ("norm", BatchNorm2D(4)), ("relu", ReLU()), ("sigmoid", Sigmoid()), ("tanh", Tanh()),
      ("max", MaxPool2D(kernelSize: 3, stride: 1, padding: 1)),
      ("inner", Sequential(AveragePool2D(kernelSize: 2), ReLU())),
      ("global", GlobalAveragePool2D()), ("flat", Flatten()), ("fc", Linear(4, 3, using: &random)),
    ])
  }

  /// A layer that does not say which shapes fit.
  private final class Doubling: Layer {
    func forward(_ x: Tensor) -> Tensor { x + x }
  }

  @Test(arguments: [[1, 2, 8, 8], [3, 2, 9, 7]])
  func theShapesAreThoseThatComeOutOfTheLayers(input: [Int]) throws {
    let net = Self.net()
    var x = Tensor.zeros(input)
    let steps = shapesLayerByLayer(of: net, input: input)
    #expect(steps.map(\.name) == net.children.map(\.name))
    #expect(steps.map(\.number) == Array(1...10))
    for (step, child) in zip(steps, net.children) {
      #expect(step.input == x.shape)
      x = child.layer(x)
      #expect(try step.output.get() == x.shape, "\(step.name)")
    }
  }

  @Test func itEndsAtTheLayerThatDoesNotFitWithItsSentence() {
    let steps = shapesLayerByLayer(of: Self.net(), input: [1, 3, 8, 8])
    #expect(
      steps.map(\.description) == [
        "1 conv does not take [1, 3, 8, 8]: conv2D: x is [1, 3, 8, 8], so it has 3 channels; weight is [4, 2, 3, 3], which expects 2"
      ])
  }

  @Test func aLayerInTheMiddleThatDoesNotFitIsTheLast() {
    var random = Random(seed: 1)
    let net = Sequential(
      Conv2D(1, 4, kernelSize: 3, using: &random), BatchNorm2D(5), Flatten())
    let steps = shapesLayerByLayer(of: net, input: [1, 1, 8, 8])
    #expect(steps.count == 2)
    #expect("\(steps[0])" == "1 0: [1, 4, 6, 6]")
    #expect("\(steps[1])".hasPrefix("2 1 does not take [1, 4, 6, 6]: batchNorm2D: x is"))
    #expect(throws: SentenceError.self) { try net.outputShape(of: [1, 1, 8, 8]) }
  }

  @Test func aLayerThatDoesNotSayIsRun() throws {
    #expect(try Doubling().outputShape(of: [2, 3]) == [2, 3])
  }
}
