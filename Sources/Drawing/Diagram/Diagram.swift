import Plots

/// A figure before it is laid out: nodes, edges and frames, in the words of Graphviz.
///
/// It is a value. Nothing in it knows where anything will stand, and nothing here calls Graphviz: `dot`
/// writes it as text, `rendered(as:)` hands it to the library.
public struct Diagram: Sendable {
  /// What the figure is called, for those who hear it rather than see it.
  public var title: String
  /// What there is to see, for the same readers.
  public var description: String

  var theme: Theme
  var graph: Attributes = [:]
  var nodeDefaults: Attributes = [:]
  var edgeDefaults: Attributes = [:]
  /// Parents come before their children.
  var frames: [Frame] = []
  var nodes: [Node] = []
  var edges: [Edge] = []
  var ranks: [Rank] = []

  /// A box around nodes.
  struct Frame: Sendable {
    let path: [String]
    var attributes: Attributes
  }

  struct Node: Sendable {
    let id: String
    /// The frame it stands in; empty for none.
    var frame: [String] = []
    var attributes: Attributes
    /// What a browser shows while the mouse rests on it.
    var tooltip = ""
  }

  struct Edge: Sendable {
    let from, to: String
    var attributes: Attributes = [:]
  }

  /// Nodes that stand at the same height, or, from left to right, in the same column.
  struct Rank: Sendable {
    var frame: [String] = []
    let nodes: [String]
  }
}
