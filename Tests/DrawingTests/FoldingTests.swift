import Autograd
import Chapter1Net
import Chapter2Net
import Chapter4Net
import Layers
import Testing

@testable import Drawing

@Suite struct FoldingTests {
  @Test func consecutiveIdenticalBlocksAreDrawnOnce() {
    let folded = graph([1, 3, 32, 32]) { TorchvisionResNet(.layers50, using: &$0) }.folded()
    let repeats = folded.nodes.flatMap(\.frame).compactMap { module in
      module.repeats.map { "\(module.path) to \($0.lastName), \($0.count)" }
    }
    #expect(
      Set(repeats) == [
        "layer1.1 to 2, 2", "layer2.1 to 3, 3", "layer3.1 to 5, 5", "layer4.1 to 2, 2",
      ])
  }

  @Test func theFoldedGraphIsSortedTopologically() {
    for (i, operation) in resnet18.folded().nodes.enumerated() {
      #expect(operation.inputs.allSatisfy { $0 < i })
      #expect(operation.inputs.isEmpty == (i == 0))
    }
  }

  @Test func blocksOfTwoShapesAreNotFolded() {
    #expect(digits.folded().nodes.count == digits.nodes.count)
  }

  @Test func aBlockWhoseInputIsUsedLaterIsNotFolded() {
    let graph = graph([1, 4, 8, 8]) { random in
      ClosureLayer([
        "a": ResidualBlock(4, using: &random), "b": ResidualBlock(4, using: &random),
      ]) { x, layers in
        let y = layers[0](x)
        return layers[1](y) + y
      }
    }
    #expect(graph.folded().nodes.count == graph.nodes.count)
  }

  @Test func stagesAreConsecutiveBlocksOfOneShape() {
    #expect(resnet18.stages.map(\.name) == ["layer1", "layer2", "layer3", "layer4"])
    #expect(resnet18.stages.map(\.blocks.count) == [2, 2, 2, 2])
    #expect(digits.stages.map(\.name) == ["rblock1", "rblock2"])
    let convnet = graph([1, 1, 28, 28]) { ConvNet(depth: 22, isResidual: true, using: &$0) }
    #expect(convnet.stages.map(\.name) == ["blocks.0…4", "blocks.5…9"])
  }
}
