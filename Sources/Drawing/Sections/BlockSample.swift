import Plots

/// A residual block in a figure of several, with what is said about it.
public struct BlockSample: Sendable {
  /// The block alone.
  public let graph: Graph
  /// Its name, and in what it differs from the others.
  public let title, difference: String
  /// Lines below it.
  public let facts: [Fact]

  /// What is said about a block in numbers.
  public enum Fact: Sendable {
    /// The number of its parameters.
    case parameters
    /// The error of a net of such blocks, in percent, here or in the paper, and whether it is among the best.
    case errorHere(String, isBest: Bool)
    case errorInPaper(String, isBest: Bool)
  }

  /// A block with its name.
  public init(
    _ graph: Graph, title: String, difference: String = "", facts: [Fact] = []
  ) {
    (self.graph, self.title, self.difference, self.facts) = (graph, title, difference, facts)
  }
}

extension Diagram {
  /// Residual blocks side by side on common rows, as in figure 4 of “Identity mappings”.
  ///
  /// - Parameters:
  ///   - claim: the title of a slide.
  ///   - marksEnd: whether an area shows what stands behind the sums.
  /// - Throws: `SentenceError` if one is no block, or all together are too wide.
  public static func blocks(
    _ samples: [BlockSample], claim: String, marksEnd: Bool = false, look: Look = Look()
  ) throws -> Diagram {
    try BlockSamples(samples, claim: claim, marksEnd: marksEnd, look).plan.diagram
  }
}

extension BlockSample {
  /// The text of a fact: its number, what it is, and whether it is among the best.
  func text(_ fact: Fact, _ words: Words) -> (number: String, meaning: String, isBest: Bool) {
    switch fact {
    case .parameters: ("", words.parameters(graph.parameterCount), false)
    case .errorHere(let number, let isBest): (number + " %", words(.wrongHere), isBest)
    case .errorInPaper(let number, let isBest): (number + " %", words(.inThePaper), isBest)
    }
  }
}
