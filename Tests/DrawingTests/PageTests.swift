import Autograd
import Chapter3Blocks
import Chapter4Net
import Foundation
import Layers
import Testing

@testable import Drawing

/// What is in the page of a net; `PageBrowserTests` open it.
@Suite struct PageTests {
  static let resnet18 = withGradients([1, 3, 32, 32]) { TorchvisionResNet(.layers18, using: &$0) }

  /// The graph of a loss of the net, with gradients.
  static func withGradients<Net: Layer>(_ input: [Int], _ make: (inout Random) -> Net) -> Graph {
    let net = made(make)
    var random = Random(seed: 1)
    let tape = Tape(.evaluation, keepsValues: true)
    return Graph(of: net, loss: crossEntropy(net(tape.watch(.normal(input, using: &random))), [0]))
  }

  private func groups(_ trees: [PageTree]) -> [PageTree.Group] {
    trees.flatMap { tree -> [PageTree.Group] in
      guard case .group(let group) = tree else { return [] }
      return [group] + groups(group.children)
    }
  }

  private func operations(_ trees: [PageTree]) -> [Int] {
    trees.flatMap { tree in
      switch tree {
      case .operation(let number): [number]
      case .group(let group): operations(group.children)
      }
    }
  }

  @Test func everyOperationIsInTheTreeOnceAndInOrder() {
    for graph in strangeGraphs + [Self.resnet18, digits] {
      let tree = graph.pageTree(Words(.english))
      #expect(operations(tree) == Array(graph.nodes.indices))
      let ids = groups(tree).map(\.id)
      #expect(Set(ids).count == ids.count)
    }
  }

  @Test func aResidualNetOpensToStagesAndBlocks() {
    let tree = groups(Self.resnet18.pageTree(Words(.english)))
    #expect(
      tree.map(\.id) == ["stem"] + (1...4).flatMap { ["s\($0)", "s\($0)b1", "s\($0)b2"] } + ["head"]
    )
    let block = tree.first { $0.id == "s2b1" }
    #expect(block?.title == "Block 1" && block?.note == "shortcut with a 1×1 convolution")
    #expect(block?.path == "layer2.0" && block?.parameters == 230_144)
  }

  @Test func layersBesideEachOtherAreNoStages() {
    let graph = graph([1, 4, 8, 8]) { random in
      func tower() -> Sequential {
        Sequential(
          (0..<2).map { _ in Conv2D(4, 4, kernelSize: 3, padding: 1, using: &random) })
      }
      return ClosureLayer(["a": tower(), "b": tower()]) { x, l in l[0](x) + l[1](x) }
    }
    #expect(groups(graph.pageTree(Words(.english))).map(\.title) == ["a", "b"])
  }

  @Test func aPageIsOneFileThatAsksForNothing() throws {
    let page = String(decoding: try Self.resnet18.page(title: "ResNet-18"), as: UTF8.self)
    #expect(page.contains("<title>ResNet-18</title>"))
    #expect(!page.contains(#/(src|href)="(?!data:)|@import|url\(|fetch\(/#))
    #expect(page.contains("default-src 'none'"))
  }

  @Test func aNameStaysTextInAPage() throws {
    let graph = graph([1, 3]) { _ in
      ClosureLayer(["</script><b>": Sequential(ReLU(), ReLU())]) { x, l in relu(l[0](x)) }
    }
    let page = String(decoding: try graph.page(title: "<i>STYLE"), as: UTF8.self)
    #expect(!page.contains("</script><b>") && !page.contains("<i>"))
    #expect(page.contains("&lt;i&gt;STYLE</h1>"))
  }

  @Test func aPageHasTheWordsOfItsLanguage() throws {
    let page = String(decoding: try Self.resnet18.page(Look(language: .chinese)), as: UTF8.self)
    #expect(page.contains("lang=\"zh\"") && page.contains("阶段 2") && page.contains("批量归一化"))
    #expect(!page.contains("\"Stage 2\""))
  }

  @Test func thePageOfResNet152IsSmallAndQuick() throws {
    let graph = Self.withGradients([1, 1, 32, 32]) { ResNet(.layers152, using: &$0) }
    let clock = ContinuousClock()
    var size = 0
    let time = try clock.measure { size = try graph.page().count }
    #expect(size < 300_000)
    // Measured: 0.04 s, and 100,675 bytes, on two busy cores.
    #expect(time < .seconds(1))
  }
}
