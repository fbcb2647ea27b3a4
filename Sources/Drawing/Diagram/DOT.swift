extension Diagram {
  /// The diagram in DOT, the language of Graphviz, to be edited by hand.
  public var dot: String {
    var lines = ["digraph \(quoted(title)) {"]
    for (kind, attributes) in [("graph", graph), ("node", nodeDefaults), ("edge", edgeDefaults)] {
      lines.append("  \(kind) [\(listed(attributes))];")
    }
    lines += contents(of: [], indent: "  ")
    lines += edges.map { "  \(quoted($0.from)) -> \(quoted($0.to)) [\(listed($0.attributes))];" }
    return lines.joined(separator: "\n") + "\n}\n"
  }

  private func contents(of path: [String], indent: String) -> [String] {
    var lines: [String] = []
    for frame in frames where frame.path.dropLast() == path[...] {
      lines.append("\(indent)subgraph \(quoted(clusterName(frame.path))) {")
      lines += frame.attributes.pairs.map { "\(indent)  \($0.name)=\(written($0.value));" }
      lines += contents(of: frame.path, indent: indent + "  ")
      lines.append("\(indent)}")
    }
    for rank in ranks where rank.frame == path {
      lines.append("\(indent){ rank=same; \(rank.nodes.map(quoted).joined(separator: "; ")) }")
    }
    for node in nodes where node.frame == path {
      lines.append("\(indent)\(quoted(node.id)) [\(listed(node.attributes))];")
    }
    return lines
  }
}

/// The name of a frame's subgraph; Graphviz draws a frame around subgraphs whose names begin with
/// `cluster`.
func clusterName(_ path: [String]) -> String { "cluster_" + path.joined(separator: "/") }

private func listed(_ attributes: Attributes) -> String {
  attributes.pairs.map { "\($0.name)=\(written($0.value))" }.joined(separator: ", ")
}

private func written(_ value: Attributes.Content) -> String {
  switch value {
  case .text(let text): quoted(text)
  case .markup(let markup): "<\(markup.source)>"
  }
}

/// A string literal of DOT, in which a backslash escapes a quotation mark and nothing else.
private func quoted(_ text: String) -> String {
  "\"" + text.replacing("\"", with: "\\\"") + "\""
}
