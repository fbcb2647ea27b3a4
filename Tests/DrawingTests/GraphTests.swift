import Autograd
import Chapter1Net
import Chapter2Net
import Chapter3Blocks
import Chapter4Net
import Layers
import TestSupport
import Testing

@testable import Drawing

@Suite struct GraphTests {
  @Test func aBranchTimesALearnedNumberIsThatOfAResidualBlock() throws {
    let alpha = Parameter(.zeros([]))
    let net = made { random in
      ClosureLayer(
        ["conv": Conv2D(2, 2, kernelSize: 3, padding: 1, using: &random)], using: alpha
      ) { x, layers in x + alpha.on(x.tape) * layers[0](x) }
    }
    let graph = Graph(of: net, input: [1, 2, 4, 4])
    #expect(graph.nodes.map(\.operation) == [.input, .conv2D, .multiply, .add])
    #expect(graph.nodes[2].weights.map(\.count) == [1])
    let texts = try graph.diagram(.block).texts
    #expect(texts.contains("Shape kept"))
  }

  @Test func whatIsComputedFromAWeightBelongsToTheOperationThatUsesIt() {
    let weight = Parameter(.ones([2, 3]))
    let net = ClosureLayer(using: weight) { x, _ in
      let w = weight.on(x.tape)
      return matMul(x, (w * w).transposed(0, 1))
    }
    let graph = Graph(of: net, input: [4, 3])
    #expect(graph.nodes.map(\.operation) == [.input, .matMul])
    #expect(graph.nodes[1].weights.map(\.count) == [6])
    #expect(graph.parameterCount == 6)
  }

  @Test func nodesAreTheOperationsOfTheForwardPass() {
    #expect(
      digits.nodes.map(\.title) == [
        "image", "5×5 conv, 16", "ReLU", "2×2 max pool, /2",
        "3×3 conv, 16", "ReLU", "3×3 conv, 16", "+", "ReLU",
        "5×5 conv, 32", "ReLU", "2×2 max pool, /2",
        "3×3 conv, 32", "ReLU", "3×3 conv, 32", "+", "ReLU", "flatten", "fully connected, 10",
      ])
  }

  @Test func layersHaveTheNamesOfTheirProperties() {
    #expect(
      digits.nodes.compactMap(\.path) == [
        "conv1", "mp", "rblock1.conv1", "rblock1.conv2", "conv2", "mp", "rblock2.conv1",
        "rblock2.conv2", "fc",
      ])
    #expect(
      digits.nodes[4].weights.map(\.name) == ["rblock1.conv1.weight", "rblock1.conv1.bias"])
  }

  @Test(arguments: [Depth.layers18, .layers50]) func parametersAddUpToThoseOfTheNet(depth: Depth) {
    let net = made { TorchvisionResNet(depth, using: &$0) }
    #expect(Graph(of: net, input: [1, 3, 32, 32]).parameterCount == net.parameterCount)
  }

  @Test(arguments: [
    (Depth.layers18, 8, 3), (.layers50, 16, 4),
  ])
  func everyBlockHasASkipConnectionAndProjectsWhereTheShapeChanges(
    depth: Depth, skips: Int, projections: Int
  ) {
    for graph in [
      graph([1, 3, 32, 32]) { TorchvisionResNet(depth, using: &$0) },
      graph([1, 1, 32, 32]) { ResNet(depth, using: &$0) },
    ] {
      #expect(graph.chart.skipConnections.count == skips)
      #expect(graph.chart.skipConnections.filter { !$0.isIdentity }.count == projections)
    }
  }

  @Test func theShortcutIsTheShorterPathInEitherOrderOfTheAddition() {
    for order in [true, false] {
      let graph = graph([1, 2, 4, 4]) { random in
        let conv = Conv2D(2, 2, kernelSize: 3, padding: 1, using: &random)
        return ClosureLayer(["conv": conv]) { x, layers in
          let y = relu(layers[0](x))
          return order ? x + y : y + x
        }
      }
      #expect(
        graph.chart.skipConnections == [
          SkipConnection(addition: 3, fork: 0, branch: [1, 2], shortcut: [])
        ])
    }
  }

  @Test func anAddedParameterIsNoSkipConnection() {
    let bias = Parameter(.ramp([1, 3]))
    let net = ClosureLayer(using: bias) { x, _ in relu(x) + bias.on(x.tape) }
    #expect(Graph(of: net, input: [1, 3]).chart.skipConnections.isEmpty)
    #expect(Graph(of: net, input: [1, 3]).nodes.last?.weights.map(\.name) == ["parameter"])
  }

  @Test func aNetWhoseParametersCannotBeFoundIsNotDrawn() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let bias = Parameter(.ramp([1, 3]))
      _ = Graph(of: ClosureLayer { x, _ in x + bias.on(x.tape) }, input: [1, 3])
    }
    #expect(
      result?.lastWords?.hasPrefix(
        "ClosureLayer: it uses a parameter [1, 3] of ClosureLayer, which is not among its parameters"
      )
        == true)
  }

  @Test func twoConsecutiveCallsOfOneLayerAreTwoModules() {
    let graph = graph([1, 4, 8, 8]) { random in
      ClosureLayer(["block": ResidualBlock(4, using: &random)]) { x, layers in
        layers[0](layers[0](x))
      }
    }
    #expect(Set(graph.nodes.flatMap(\.frame)).count == 2)
    #expect(Set(graph.nodes.flatMap(\.frame).map(\.path)) == ["block"])
    // Shared parameters count once.
    #expect(graph.parameterCount == 2 * (4 * 4 * 9 + 4))
  }

  @Test func operationsThatTheOutputDoesNotDependOnAreLeftOut() {
    let net = ClosureLayer { x, _ in
      let y = tanh(x)
      _ = sigmoid(y)
      return y
    }
    #expect(Graph(of: net, input: [1, 3]).nodes.map(\.operation) == [.input, .tanh])
  }

  @Test func drawingLeavesTheRunningStatisticsAlone() {
    let norm = BatchNorm2D(3)
    _ = Graph(of: norm, input: [2, 3, 4, 4])
    #expect(norm.runningMean.scalars == [0, 0, 0])
  }

  @Test func settingsComeFromTheTape() {
    let settings = resnet18.nodes[1].settings
    #expect(settings.map(\.key) == ["kernelSize", "stride", "padding", "groups"])
    #expect(settings.map(\.value) == [7, 2, 3, 1])
  }

  @Test func aBackwardPassGivesTheMagnitudeOfEachGradientAndOfEachContribution() {
    let net = ClosureLayer { x, _ in x + 3 * x }
    let tape = Tape(keepsValues: true)
    let x = tape.watch(Tensor([1, 1], shape: [1, 2]))
    let graph = Graph(of: net, loss: net(x).sum())
    #expect(graph.nodes.map(\.gradient) == [4, 1, 1, 1])
    #expect(graph.nodes.map(\.value) == [1, 3, 4, 8])
    #expect(graph.nodes[1].flows == [3])
    #expect(graph.nodes[2].flows == [1, 1])
  }
}
