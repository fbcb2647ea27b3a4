import Autograd
import Foundation
import Layers
import Plots
import Testing

@testable import Drawing

/// Weights that several operations use have a letter, are counted once, and are explained below the figure.
@Suite struct SharedWeightsTests {
  /// One convolution three times, the second time in a residual block.
  static let graph = Graph(
    of: made { random in
      ClosureLayer([
        "conv": Conv2D(4, 4, kernelSize: 3, padding: 1, using: &random),
        "other": Conv2D(4, 4, kernelSize: 3, padding: 1, using: &random),
      ]) { x, l in
        let h = relu(l[0](x))
        return l[0](relu(l[1](relu(l[0](h))) + h))
      }
    }, input: [1, 4, 8, 8])

  @Test(arguments: [View.nested, .paper]) func theLetterIsExplainedBelowTheFigure(view: View) throws
  {
    let svg = try text(of: view, .page, .english)
    #expect(svg.contains("A: weights used 3 times, 148 parameters"))
    #expect(svg.matches(of: />A</).count == 3)
    #expect(!svg.contains(">B<"))
  }

  @Test func itIsExplainedInChinese() throws {
    #expect(try text(of: .nested, .page, .chinese).contains("A：3 处共享的权重，148 个参数"))
  }

  @Test func withoutSharedWeightsNothingIsExplained() throws {
    let graph = Graph(of: made { Conv2D(1, 1, kernelSize: 1, using: &$0) }, input: [1, 1, 2, 2])
    let svg = String(decoding: try graph.diagram(.nested, Look()).rendered(as: .svg), as: UTF8.self)
    #expect(!svg.contains("weights used"))
  }

  private func text(of view: View, _ purpose: Purpose, _ language: Language) throws -> String {
    let look = Look(purpose: purpose, language: language)
    let data = try Self.graph.diagram(view, look).rendered(as: .svg)
    return String(decoding: data, as: UTF8.self)
  }
}
