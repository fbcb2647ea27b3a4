import Plots

/// The ways to look at one net.
public enum View: String, CaseIterable, Sendable {
  /// Its residual blocks, each operation a box, as in figure 2 of He et al. 2015.
  case block
  /// A box for each stage: what its blocks are, how many there are, and what they learn.
  case overview
  /// What learns, pools, and the shortcuts, as in figure 3 of He et al. 2015.
  case paper
  /// Every operation in frames, a column for each stage: the shape of a slide.
  case columns
  /// Every layer, inside the layers it is part of.
  case nested
  /// Every operation with its shape, and what flows through it forward and backward.
  case tape
}

/// Where the output is, seen from the input.
public enum Direction: String, CaseIterable, Sendable {
  /// Below it.
  case tb
  /// At its right.
  case lr
}

/// How a figure is to look.
public struct Look: Sendable {
  /// `nil` for what suits the view.
  public var direction: Direction?
  public var theme: Theme
  /// How many layers inside each other `nested` shows; `nil` for all.
  public var depth: Int?
  /// Whether layers that do the same, one after another, are all drawn.
  public var expands: Bool
  /// Whether `nested` shows of each layer what it is given and returns, what it learns and remembers.
  public var isDetailed: Bool

  public init(
    direction: Direction? = nil, theme: Theme = .auto, depth: Int? = nil, expands: Bool = false,
    isDetailed: Bool = false
  ) {
    (self.direction, self.theme, self.depth) = (direction, theme, depth)
    (self.expands, self.isDetailed) = (expands, isDetailed)
  }
}

extension Graph {
  /// A figure of the net.
  ///
  /// - Throws: `SentenceError` if there is nothing that the view could show.
  public func diagram(_ view: View, _ look: Look = Look()) throws -> Diagram {
    switch view {
    case .block: try blockDiagram(look)
    case .overview: overviewDiagram(look)
    case .paper: paperDiagram(look)
    case .columns: columnsDiagram(look)
    case .nested: nestedDiagram(look)
    case .tape: tapeDiagram(look)
    }
  }
}
