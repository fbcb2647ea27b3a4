import Autograd
import Foundation
import Layers
import Sentences
import Testing

@testable import Drawing

/// Nets whose shapes do not fit are drawn up to the operation that fails, and the program goes on.
@Suite struct UpToErrorTests {
  /// A branch that halves the image, and a shortcut that does not.
  static let misfit = Graph(
    upToErrorOf: made { random in
      ClosureLayer([
        "conv1": Conv2D(3, 6, kernelSize: 3, stride: 2, padding: 1, using: &random),
        "conv2": Conv2D(6, 6, kernelSize: 3, padding: 1, using: &random),
        "head": Sequential(GlobalAveragePool2D(), Flatten()),
      ]) { x, l in l[2](relu(l[1](relu(l[0](x))) + x)) }
    }, input: [1, 3, 6, 6])

  @Test func theLastNodeIsTheOperationThatFails() {
    let graph = Self.misfit
    #expect(graph.nodes.map(\.operation) == [.input, .conv2D, .relu, .conv2D, .add])
    #expect(graph.nodes.last?.inputs == [3, 0])
    #expect(graph.refusal?.hasPrefix("add: a is [1, 6, 3, 3] and b is [1, 3, 6, 6];") == true)
    #expect(graph.nodes.dropLast().allSatisfy { $0.refusal == nil })
  }

  @Test func itHasItsLayerAndItsWeights() {
    let net = made { random in
      Sequential(
        named: [
          ("features", Sequential(ReLU(), Flatten())), ("head", Linear(7, 2, using: &random)),
        ])
    }
    let last = Graph(upToErrorOf: net, input: [1, 2, 2, 2]).nodes.last
    #expect(last?.operation == .linear && last?.path == "head")
    #expect(last?.weights.map(\.name) == ["head.weight", "head.bias"])
    #expect(last?.refusal?.contains("8 features") == true)
  }

  @Test func aSentenceOfTheNetItselfEndsItToo() {
    let net = ClosureLayer { x, _ in
      let y = relu(x)
      require(y.shape[0] == 2, "this net compares two images")
      return y
    }
    let graph = Graph(upToErrorOf: net, input: [1, 3])
    #expect(graph.nodes.map(\.operation.title) == ["input", "relu", "ClosureLayer"])
    #expect(graph.refusal == "this net compares two images")
  }

  @Test func aNetThatFitsIsDrawnWhole() {
    let net = Sequential(ReLU(), Flatten())
    let graph = Graph(upToErrorOf: net, input: [1, 2, 2])
    #expect(graph.refusal == nil)
    #expect(graph.nodes.count == Graph(of: net, input: [1, 2, 2]).nodes.count)
  }

  @Test func theSentenceStandsInTheBox() throws {
    let diagram = try Self.misfit.diagram(.nested)
    let texts = try diagram.texts.map { $0.replacing("\u{A0}", with: "") }
    #expect(texts.joined(separator: " ").contains("a sum needs the same shape twice"))
    #expect(diagram.description.contains("do not fit"))
    let page = String(decoding: try Self.misfit.page(), as: UTF8.self)
    #expect(page.contains("same shape twice"))
  }

  @Test func viewsOfWholeNetsSaySo() {
    let error = #expect(throws: SentenceError.self) { try Self.misfit.diagram(.overview) }
    #expect("\(error!)".contains("nested draws it up to the error"))
  }

  @Test func manyFailuresInARowEndNothing() {
    let net = ClosureLayer { x, _ in x + Tensor.zeros([5, 5]) }
    let sentences = (0..<50).map { _ in Graph(upToErrorOf: net, input: [1, 3]).refusal }
    #expect(Set(sentences).count == 1 && sentences[0] != nil)
  }
}
