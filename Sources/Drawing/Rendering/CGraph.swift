internal import Cgraphviz

/// A diagram as a graph of Graphviz' C library.
///
/// It must be made, used and closed while holding the lock of `Graphviz`.
struct CGraph {
  let root: UnsafeMutablePointer<Agraph_t>

  init(_ diagram: Diagram) {
    var directed = Agdesc_t()
    directed.directed = 1
    directed.maingraph = 1
    root = c(diagram.title) { agopen($0, directed, countingNumbers) }
    // An object has only those attributes that had a default when it was made.
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

  /// An attribute of the whole graph; empty if it is not set.
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

  /// Calls `body` with the value as a C string.
  ///
  /// The library keeps a single copy of equal strings together with whether they are markup. Every markup
  /// begins with a comment, so that no plain text is equal to it.
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

/// Calls a C function that takes a mutable string but does not change it.
private func c<Result>(_ text: String, _ body: (UnsafeMutablePointer<CChar>) -> Result) -> Result {
  text.withCString { body(UnsafeMutablePointer(mutating: $0)) }
}

/// Gives the parts of a graph consecutive ids, in the order in which they are made.
///
/// The library sorts frames by id. Its own ids are the addresses of names, so that the same figure would
/// differ from run to run. Returning 0 for a part with a name makes the library look it up in its table
/// of names, and get its id here if it is new. The library keeps both pointers, so the memory is never
/// freed.
nonisolated(unsafe) private let countingNumbers: UnsafeMutablePointer<Agdisc_t> = {
  let numbers = UnsafeMutablePointer<Agiddisc_t>.allocate(capacity: 1)
  numbers.initialize(
    to: Agiddisc_t(
      open: { _, _ in nil },
      map: { _, _, name, number, create in
        guard name == nil, create != 0, let number else { return 0 }
        number.pointee = next
        next += 2  // edges have odd numbers of their own
        return 1
      },
      alloc: { _, _, _ in 0 }, free: { _, _, _ in }, print: { _, _, _ in nil },
      close: { _ in }, idregister: { _, _, _ in }))
  let all = UnsafeMutablePointer<Agdisc_t>.allocate(capacity: 1)
  all.initialize(to: Agdisc_t(mem: nil, id: numbers, io: nil))
  return all
}()

/// Accessed only while holding the lock of `Graphviz`.
nonisolated(unsafe) private var next: UInt64 = 1
