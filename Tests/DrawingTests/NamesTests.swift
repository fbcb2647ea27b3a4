import Autograd
import Chapter3Blocks
import Foundation
import Layers
import Sentences
import Testing

@testable import Drawing

/// Figures of nets whose layers have unusual names, and of sums that only look like residual blocks.
@Suite struct NamesTests {
  /// A residual block whose layers, and the layer around it, have this name.
  private func graph(named name: String) -> Graph {
    var random = Random(seed: 1)
    let conv = Conv2D(4, 4, kernelSize: 3, padding: 1, using: &random)
    let block = ClosureLayer([name: conv]) { x, layers in relu(layers[0](x) + x) }
    return Graph(of: Sequential(named: [(name, block), ("flat", ReLU())]), input: [1, 4, 8, 8])
  }

  @Test(arguments: View.allCases) func aLongNameIsShortenedInTheMiddle(view: View) throws {
    let name = "a" + String(repeating: "x", count: 238) + "z"
    for isDetailed in view == .nested ? [false, true] : [false] {
      let figure = try graph(named: name).diagram(view, Look(isDetailed: isDetailed))
      let texts = try figure.texts
      #expect(texts.allSatisfy { $0.count <= 80 }, "\(texts)")
      let width = try #require(try figure.svg.firstMatch(of: /width="(\d+)pt"/)).1
      #expect(Int(width)! <= 960)
    }
    let whole = try graph(named: name).diagram(.nested).svg
    #expect(whole.contains(name), "the tooltip has the whole name")
  }

  @Test(arguments: View.allCases, Format.allCases)
  func aNameThatLooksLikeHTMLIsText(view: View, format: Format) throws {
    for name in [
      "<b>bold</b>", "</TD></TABLE>", "a &amp; b", "\"><script>x</script>", "\\N", "-->",
    ] {
      let figure = try graph(named: name).diagram(view)
      #expect(try !figure.rendered(as: format).isEmpty)
      // The tooltip has the name.
      if view == .tape { #expect(try figure.svg.contains(escaped(name)), "\(name)") }
    }
  }

  private func sum(
    _ first: (inout Random) -> any Layer, _ second: (inout Random) -> any Layer
  ) -> Graph {
    var random = Random(seed: 1)
    let net = ClosureLayer(["a": first(&random), "b": second(&random)]) { x, layers in
      layers[0](x) + layers[1](x)
    }
    return Graph(of: net, input: [1, 4, 8, 8])
  }

  private func conv(_ size: Int, _ random: inout Random) -> Conv2D {
    Conv2D(4, 4, kernelSize: size, padding: size / 2, using: &random)
  }

  @Test(arguments: [View.nested, .paper, .overview])
  func theSumOfTwoEqualBranchesHasNoShortcut(view: View) throws {
    let graph = sum({ conv(3, &$0) }, { conv(3, &$0) })
    #expect(graph.chart.skipConnections.isEmpty)
    #expect(try !graph.diagram(view).texts.contains { $0.contains("shortcut") })
    #expect(throws: (any Error).self) { try graph.diagram(.block) }
  }

  @Test func ofTwoPathsAsLongTheSmallerOneIsTheShortcut() {
    for graph in [
      sum({ conv(1, &$0) }, { conv(3, &$0) }), sum({ conv(3, &$0) }, { conv(1, &$0) }),
    ] {
      let skip = graph.chart.skipConnections[0]
      #expect(graph.nodes[skip.shortcut[0]].setting("kernelSize") == 1)
      #expect(skip.kind == .projection)
    }
  }

  @Test func onlyAProjectionIsCalledOne() throws {
    let larger = sum({ conv(3, &$0) }, { conv(5, &$0) })
    #expect(larger.chart.skipConnections.map(\.kind) == [.other])
    #expect(try !larger.diagram(.paper).texts.contains { $0.contains("projection") })
    let padded = Drawing.Graph(
      of: made { BasicBlock(4, 8, stride: 2, shortcut: .zeroPadding, using: &$0) },
      input: [1, 4, 8, 8])
    #expect(padded.chart.skipConnections.map(\.kind) == [.padding])
    for view in [View.block, .paper] {
      #expect(try padded.diagram(view).texts.contains { $0.contains("zero-padding shortcut") })
    }
  }
}
