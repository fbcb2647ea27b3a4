/// The ways to group nodes into cells, each given as the first node of the cell for each node.
enum Partition {
  /// A cell for each node.
  static func each(_ graph: Graph) -> [Int] { Array(graph.nodes.indices) }

  /// A cell for each call of a layer at this depth of nesting.
  static func calls(_ graph: Graph, depth: Int) -> [Int] {
    var first: [Int: Int] = [:]
    return graph.nodes.enumerated().map { i, node in
      guard node.scope.count > depth else { return i }
      let call = node.scope[depth].call
      first[call] = first[call] ?? i
      return first[call]!
    }
  }

  /// A cell for each major node, together with the norms, activations and so on that follow it.
  ///
  /// Figure 3 of He et al. 2015 shows nets this way.
  static func major(_ graph: Graph) -> [Int] {
    var owner: [Int] = []
    for (i, node) in graph.nodes.enumerated() {
      let isHidden = node.inputs.count == 1 && !node.isMajor
      owner.append(isHidden ? owner[node.inputs[0]] : i)
    }
    return owner
  }

  /// A cell for each sequence of nodes without a fork, in one region, with at most one weighted layer.
  ///
  /// - Parameter regions: for each node a number; a cell only has nodes with the same number.
  static func stacks(_ graph: Graph, regions: [Int?]) -> [Int] {
    let uses = graph.nodes.flatMap(\.inputs).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    var owner: [Int] = []
    var isFull: [Bool] = []
    for (i, node) in graph.nodes.enumerated() {
      if node.inputs.count == 1, case let before = node.inputs[0], uses[before] == 1,
        graph.nodes[before].inputs.count == 1, regions[before] == regions[i],
        !(isFull[before] && node.isWeighted)
      {
        owner.append(owner[before])
        isFull.append(isFull[before] || node.isWeighted)
      } else {
        owner.append(i)
        isFull.append(node.isWeighted)
      }
    }
    return owner
  }
}

extension Node {
  /// Whether it is a weighted layer: convolutional or fully connected, but not a norm.
  var isWeighted: Bool { weights.contains { $0.shape.count > 1 } }

  /// Whether views that summarize a net draw it as a box of its own.
  var isMajor: Bool {
    isWeighted || kind == .pool || kind == .addition || kind == .input || kind == .loss
  }
}
