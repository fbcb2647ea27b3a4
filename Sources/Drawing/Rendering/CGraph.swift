internal import Cgraphviz

/// A diagram as the graph of the C library.
///
/// To be made, used and closed under the lock of `Graphviz`.
struct CGraph {
  let root: UnsafeMutablePointer<Agraph_t>

  init(_ diagram: Diagram) {
    var directed = Agdesc_t()
    directed.directed = 1
    directed.maingraph = 1
    root = c(diagram.title) { agopen($0, directed, countingNumbers) }
    // An attribute exists for an object only if it had a default when the object was made.
    for (kind, defaults) in [
      (AGRAPH, diagram.graph), (AGNODE, diagram.nodeDefaults), (AGEDGE, diagram.edgeDefaults),
    ] {
      for pair in defaults.pairs { declare(pair, for: kind) }
    }
    let frames = makeFrames(diagram)
    let nodes = makeNodes(diagram, in: frames)
    for edge in diagram.edges {
      let made = agedge(root, nodes[edge.from], nodes[edge.to], nil, 1)
      set(edge.attributes, of: made)
    }
    for (i, rank) in diagram.ranks.enumerated() {
      let subgraph = c("same\(i)") { agsubg(frames[rank.frame], $0, 1) }
      set(["rank": "same"], of: subgraph)
      for id in rank.nodes { _ = agsubnode(subgraph, nodes[id], 1) }
    }
  }

  /// Sets an attribute of the whole graph.
  func set(_ name: String, _ value: String) { set([name: value], of: root) }

  /// An attribute of the whole graph; empty if it has none of this name.
  func value(_ name: String) -> String {
    c(name) { agget(UnsafeMutableRawPointer(root), $0) }.map { String(cString: $0) } ?? ""
  }

  func close() { _ = agclose(root) }

  private func makeFrames(_ diagram: Diagram) -> [[String]: UnsafeMutablePointer<Agraph_t>] {
    var frames: [[String]: UnsafeMutablePointer<Agraph_t>] = [[]: root]
    for frame in diagram.frames {
      let parent = frames[Array(frame.path.dropLast())]
      let made = c(clusterName(frame.path)) { agsubg(parent, $0, 1) }
      set(frame.attributes, of: made)
      frames[frame.path] = made
    }
    return frames
  }

  private func makeNodes(
    _ diagram: Diagram, in frames: [[String]: UnsafeMutablePointer<Agraph_t>]
  ) -> [String: UnsafeMutablePointer<Agnode_t>] {
    var nodes: [String: UnsafeMutablePointer<Agnode_t>] = [:]
    for node in diagram.nodes {
      let made = c(node.id) { agnode(frames[node.frame], $0, 1) }
      set(node.attributes, of: made)
      nodes[node.id] = made
    }
    return nodes
  }

  private func declare(_ pair: Attributes.Pair, for kind: Int32) {
    c(pair.name) { name in
      withText(pair.value) { _ = agattr(root, kind, name, $0) }
    }
  }

  private func set<Object>(_ attributes: Attributes, of object: UnsafeMutablePointer<Object>?) {
    for pair in attributes.pairs {
      c(pair.name) { name in
        withText(pair.value) { value in
          c("") { _ = agsafeset(UnsafeMutableRawPointer(object), name, value, $0) }
        }
      }
    }
  }

  /// Hands over a value as the library's own copy of it.
  ///
  /// The library keeps one copy of equal texts, and with it whether they are markup. So that no plain
  /// text is ever equal to a markup, every markup begins with a comment.
  private func withText(_ value: Attributes.Content, _ body: (UnsafeMutablePointer<CChar>?) -> Void)
  {
    switch value {
    case .text(let text): c(text) { body($0) }
    case .markup(let markup):
      let kept = c("<!---->" + markup.source) { agstrdup_html(root, $0) }
      body(kept)
      _ = agstrfree(root, kept)
    }
  }
}

/// Calls a C function that asks for characters it may change, but does not change them.
private func c<Result>(_ text: String, _ body: (UnsafeMutablePointer<CChar>) -> Result) -> Result {
  text.withCString { body(UnsafeMutablePointer(mutating: $0)) }
}
