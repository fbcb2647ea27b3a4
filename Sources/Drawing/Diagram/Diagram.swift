import Plots

/// A figure before its layout: nodes, edges and frames with the attributes of Graphviz.
///
/// It has no coordinates yet, unless it is of a `Plan`. `dot` writes it as text; `rendered(as:)` has
/// Graphviz lay it out and draw it.
public struct Diagram: Sendable {
  /// The title, for screen readers and browsers.
  public var title: String
  /// What the figure shows, for screen readers.
  public var description: String

  var theme: Theme
  /// The plan it was made of, if its attributes say where everything is.
  var plan: Plan?
  /// CSS for the SVG file.
  var style = ""
  var graph: Attributes = [:]
  var nodeDefaults: Attributes = [:]
  var edgeDefaults: Attributes = [:]
  /// Outer frames come before the frames in them.
  var frames: [Frame] = []
  var nodes: [Node] = []
  var edges: [Edge] = []
  var ranks: [Rank] = []

  /// A box around nodes.
  struct Frame: Sendable {
    let path: [String]
    var attributes: Attributes
    /// The text that a browser shows when the mouse is over it.
    var tooltip = ""
  }

  struct Node: Sendable {
    let id: String
    /// The path of the frame around it; empty for none.
    var frame: [String] = []
    var attributes: Attributes
    /// The text that a browser shows when the mouse is over it.
    var tooltip = ""
    /// What it says, where a plan has placed it.
    var text: Plan.Text?
  }

  struct Edge: Sendable {
    let from, to: String
    var attributes: Attributes = [:]
  }

  /// Nodes in one row, or, where the diagram runs from left to right, in one column.
  struct Rank: Sendable {
    var frame: [String] = []
    let nodes: [String]
  }
}
