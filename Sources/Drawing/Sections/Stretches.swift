/// The stages of a net as ranges of nodes: those of its blocks, or, in a net without blocks, stretches in
/// which all results have the same size.
struct Stretches {
  private(set) var ranges: [Range<Int>] = []
  /// For each node its block; one that is a whole stage is a block only if something is added in it.
  let blocks: [Module?]

  init(_ chart: Flowchart) {
    let graph = chart.graph
    var blocks = graph.blocks
    for stage in graph.stages where stage.isOneBlock {
      let adds = graph.nodes[stage.nodes].contains { $0.kind == .addition }
      if !adds { for node in stage.nodes { blocks[node] = nil } }
    }
    self.blocks = blocks
    let stages = graph.stages.map(\.nodes)
    if stages.isEmpty {
      ranges = Self.stretches(in: 1..<max(1, graph.nodes.count), of: graph)
    } else {
      ranges = stages.flatMap { stage in
        let adds = graph.nodes[stage].contains { $0.kind == .addition }
        let parts = adds ? [] : Self.stretches(in: stage, of: graph)
        return parts.count > 1 ? parts : [stage]
      }
    }
    // Fully connected layers at the end are the head, whatever contains them.
    while ranges.count > 1, let last = ranges.last,
      graph.nodes[last].allSatisfy({ $0.shape.count == 2 }),
      ranges.dropLast().contains(where: { graph.nodes[$0.upperBound - 1].shape.count == 4 })
    {
      ranges.removeLast()
    }
  }

  /// A stretch begins where the size of the results changes; one without weights is part of the next.
  private static func stretches(in nodes: Range<Int>, of graph: Graph) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var first = nodes.lowerBound
    for node in nodes {
      let isLast = node == nodes.upperBound - 1
      if !isLast, resolution(graph.nodes[node + 1].shape) == resolution(graph.nodes[node].shape) {
        continue
      }
      if graph.nodes[first...node].contains(where: \.isWeighted) {
        found.append(first..<node + 1)
        first = node + 1
      }
    }
    return found
  }
}
