import Autograd
import Chapter2Net
import Foundation
import Layers
import Plots
import Sentences
import Testing

@testable import Draw
@testable import Drawing

/// Nets side by side on common rows.
@Suite struct CompareTests {
  private static func request(_ arguments: String...) throws -> Request {
    try Request(try Draw.parse(arguments + ["--view", "compare"]))
  }

  /// VGG-19, 34 plain layers and ResNet-34: figure 3 of the first paper.
  private static let three = Result {
    try request("vgg19", "plain34", "resnet34-torchvision").diagram()
  }

  @Test func figure3OfTheFirstPaperHasItsNumbers() throws {
    let texts = try Self.three.get().texts
    // The paper gives 19.6, 3.6 and 3.6 billion; torchvision's nets have as many parameters.
    for text in [
      "19.6 G multiply-adds", "3.64 G multiply-adds", "3.66 G multiply-adds",
      "143\u{2009}667\u{2009}240 parameters", "21\u{2009}797\u{2009}672 parameters",
    ] {
      #expect(texts.contains(text))
    }
    let sizes = texts.filter { $0.contains(" × ") }
    #expect(
      sizes == ["224 × 224", "112 × 112", "56 × 56", "28 × 28", "14 × 14", "7 × 7", "1 × 1"])
  }

  @Test func netsWithEquallyManyLayersStandOnCommonRows() throws {
    let graphs = try ["plain34", "resnet34-torchvision"].map { try Self.request($0).graph() }
    let panels = try graphs.map { try Panel($0, title: "") }
    let rows = try Rows(panels, top: 0)
    #expect(rows.tops[0] == rows.tops[1])
    #expect(panels[0].shortcuts.isEmpty && panels[1].shortcuts.count == 16)
    #expect(panels[1].shortcuts.count { $0.kind == .projection } == 3)
    #expect(panels.map(\.depth) == [34, 34])
  }

  @Test func withoutSizesAllAreAsLargeAsTheLargest() throws {
    #expect(
      try Self.request("vgg19", "resnet34").inputs == [[3, 224, 224], [1, 224, 224]])
    #expect(try Self.request("resnet34").inputs == [[1, 96, 96]])
  }

  @Test func itsBoxesDoNotOverlapAndItsLinesAreStraight() throws { try check(Self.three.get()) }

  @Test func itIsTheSameEachTime() throws {
    let again = try Self.request("vgg19", "plain34", "resnet34-torchvision").diagram()
    #expect(try again.svg == Self.three.get().svg)
  }

  /// Chains with shortcuts around any of their layers, also around and beside each other.
  @Test(arguments: 1...60) func randomNetsAreLaidOut(seed: UInt64) throws {
    var random = Random(seed: seed)
    let graphs = (0..<2).map { _ in Graph(of: randomNet(&random), input: [1, 2, 8, 8]) }
    try check(try .comparison(of: graphs.map { (title: "net", graph: $0) }))
  }

  @Test func branchesSideBySideAreRefused() throws {
    var random = Random(seed: 1)
    func tower() -> Sequential {
      Sequential((0..<2).map { _ in Conv2D(2, 2, kernelSize: 3, padding: 1, using: &random) })
    }
    let net = ClosureLayer(["a": tower(), "b": tower()]) { x, l in l[0](x) + l[1](x) }
    let graph = Graph(of: net, input: [1, 2, 8, 8])
    let error = #expect(throws: SentenceError.self) {
      try Diagram.comparison(of: [(title: "towers", graph: graph)])
    }
    let sentence = error.map { "\($0)" } ?? ""
    #expect(sentence.hasPrefix("compare: towers computes 3×3 conv, 2"))
    #expect(sentence.hasSuffix("--view nested draws any net"))
  }

  @Test func sizesThatGrowAgainAreRefused() throws {
    var random = Random(seed: 1)
    let net = Sequential(
      Conv2D(2, 2, kernelSize: 3, using: &random),
      Conv2D(2, 2, kernelSize: 3, padding: 2, using: &random))
    let graph = Graph(of: net, input: [1, 2, 8, 8])
    let error = #expect(throws: SentenceError.self) {
      try Diagram.comparison(of: [(title: "net", graph: graph)])
    }
    #expect((error.map { "\($0)" } ?? "").contains("goes from 6 × 6 back to 8 × 8"))
  }

  @Test func anyNetIsDrawnOrRefusedWithASentence() throws {
    var drawn = 0
    for graph in strangeGraphs {
      do {
        try check(try .comparison(of: [(title: "net", graph: graph)]))
        drawn += 1
      } catch let refusal as SentenceError {
        #expect("\(refusal)".hasPrefix("compare: net "))
      }
    }
    #expect(drawn > 3)
  }

  private func randomNet(_ random: inout Random) -> any Layer {
    let count = Int.random(in: 1...9, using: &random)
    let convolutions = (0..<count).map { _ in
      Conv2D(2, 2, kernelSize: 3, padding: 1, using: &random) as any Layer
    }
    // A shortcut from the input of one layer to behind another one, around two layers at least or one.
    var ends: [Int: [Int]] = [:]
    for _ in 0..<Int.random(in: 0...count, using: &random) {
      let first = Int.random(in: 0..<count, using: &random)
      let last = Int.random(in: first..<count, using: &random)
      if ends[last]?.contains(first) != true { ends[last, default: []].append(first) }
    }
    let shortcuts = ends
    return Chain(convolutions, shortcuts)
  }

  private func check(_ diagram: Diagram) throws {
    let outlines = Outlines(try diagram.svg)
    #expect(!outlines.boxes.isEmpty)
    for (i, box) in outlines.boxes.enumerated() {
      #expect(!outlines.boxes[..<i].contains { $0.overlaps(box) }, "two boxes at \(box)")
      for line in outlines.lines {
        #expect(!line.contains { box.contains($0, rim: 1) }, "a line in \(box)")
      }
    }
    for line in outlines.lines {
      // A path leads down, or to the side and back; outside of its round corners it turns nowhere.
      let steps = zip(line, line.dropFirst()).map { (abs($1.x - $0.x), $1.y - $0.y) }
      #expect(steps.allSatisfy { $0.1 > -0.02 }, "a line leads upward")
      let slanted = steps.filter { min($0.0, abs($0.1)) > 0.02 }
      #expect(slanted.count <= 42, "a line is not orthogonal")
    }
  }
}

/// Layers one after another, with shortcuts.
private final class Chain: Layer {
  let layers: [any Layer]
  private let shortcuts: [Int: [Int]]

  /// - Parameter shortcuts: for a layer, those whose input is added to its output.
  init(_ layers: [any Layer], _ shortcuts: [Int: [Int]]) {
    (self.layers, self.shortcuts) = (layers, shortcuts)
  }

  func forward(_ x: Tensor) -> Tensor {
    var inputs: [Tensor] = []
    var x = x
    for (i, layer) in layers.enumerated() {
      inputs.append(x)
      x = layer(x)
      for first in (shortcuts[i] ?? []).sorted(by: >) { x = x + inputs[first] }
    }
    return x
  }
}
