import Plots
import Sentences

/// The views of a net.
public enum View: String, CaseIterable, Sendable {
  /// Its residual blocks, with a box for each operation, as in figure 2 of He et al. 2015.
  case block
  /// A box for each stage with the convolutions, the number of blocks and the number of parameters.
  case overview
  /// Weighted layers, pools and shortcuts, as in figure 3 of He et al. 2015.
  case paper
  /// Several nets side by side, aligned by output size, as in figure 3 of He et al. 2015.
  case compare
  /// Every operation on one slide, in rows that are read like lines of text.
  case slide
  /// Every operation, in frames for the layers that contain it.
  case nested
  /// Every operation with its shape, its parameters and the magnitude of its gradients.
  case tape
}

/// The direction from the input to the output.
public enum Direction: String, CaseIterable, Sendable {
  /// From top to bottom.
  case tb
  /// From left to right.
  case lr
}

/// The options for a figure.
public struct Look: Sendable {
  /// `nil` for the direction that suits the view.
  public var direction: Direction?
  /// The colors.
  public var theme: Theme
  /// What the figure is for, which decides how large its type is.
  public var purpose: Purpose
  /// The language of its words.
  public var language: Language
  /// The number of levels of nested layers that `nested` shows; `nil` for all.
  public var depth: Int?
  /// Whether `nested` and `slide` draw consecutive identical layers one by one.
  public var expands: Bool
  /// Whether `nested` shows the shapes, the parameter count and the type of each layer.
  public var isDetailed: Bool

  /// The defaults draw a figure for a web page, as compact as the view allows.
  public init(
    direction: Direction? = nil, theme: Theme = .auto, purpose: Purpose = .page,
    language: Language = .english, depth: Int? = nil, expands: Bool = false,
    isDetailed: Bool = false
  ) {
    (self.direction, self.theme, self.depth) = (direction, theme, depth)
    (self.purpose, self.language) = (purpose, language)
    (self.expands, self.isDetailed) = (expands, isDetailed)
  }
}

extension Graph {
  /// A figure of the net.
  ///
  /// - Throws: `SentenceError` if the view is `block` and the net has no residual block, if it is
  ///   `compare` and the net has more than a main path and shortcuts, or if a slide or a phone has no
  ///   room for it.
  public func diagram(_ view: View, _ look: Look = Look()) throws -> Diagram {
    if refusal != nil {
      guard view == .nested else {
        throw SentenceError(
          "\(name): its shapes do not fit, and \(view) draws whole nets; nested draws it up to the error"
        )
      }
      var diagram = nestedDiagram(look)
      diagram.describe(refusalOf: self)
      return try diagram.fitting(look, as: view)
    }
    return switch view {
    case .block: try blockDiagram(look).fitting(look, as: view)
    case .overview: try overviewDiagram(look)
    case .paper: try paperDiagram(look).fitting(look, as: view)
    case .compare: try Diagram.comparison(of: [(name, self)], look: look)
    case .slide: try slideDiagram(look)
    case .nested: try nestedDiagram(look).fitting(look, as: view)
    case .tape: try tapeDiagram(look)
    }
  }
}
