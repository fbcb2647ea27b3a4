extension Graph {
  /// The graph with consecutive identical layers replaced by one, as in `× 5`.
  ///
  /// The first one stays, and its `repeats` counts them. Layers are identical if their operations,
  /// settings and shapes are; their parameters may differ.
  public func folded() -> Graph {
    var graph = self
    var level = 0
    while graph.nodes.contains(where: { $0.scope.count > level }) {
      graph.foldRuns(at: level)
      level += 1
    }
    return graph
  }

  private mutating func foldRuns(at level: Int) {
    let calls = calls(at: level)
    var first = 0
    while first < calls.count {
      var end = first + 1
      while end < calls.count, repeats(calls[end - 1], calls[end], at: level) { end += 1 }
      if end - first > 1 {
        let lastName = nodes[calls[end - 1].lowerBound].scope[level].name
        for i in calls[first] {
          nodes[i].scope[level].repeats = .init(count: end - first, lastName: lastName)
        }
        remove(calls[first].upperBound..<calls[end - 1].upperBound)
        return foldRuns(at: level)  // the indices of all later calls have changed
      }
      first = end
    }
  }

  /// For each call at a level of nesting, its nodes, unless it is only one.
  private func calls(at level: Int) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var call: Int?
    for (i, node) in nodes.enumerated() {
      let next = node.scope.count > level ? node.scope[level].call : nil
      if let next, next == call {
        found[found.count - 1] = found.last!.lowerBound..<i + 1
      } else if next != nil {
        found.append(i..<i + 1)
      }
      call = next
    }
    return found.filter { $0.count > 1 }
  }

  /// Whether `b` takes the output of `a` as its only input and is identical to `a`.
  private func repeats(_ a: Range<Int>, _ b: Range<Int>, at level: Int) -> Bool {
    guard a.upperBound == b.lowerBound, a.count == b.count,
      nodes[a.lowerBound].scope[..<level] == nodes[b.lowerBound].scope[..<level]
    else { return false }
    let given = b.lowerBound - 1
    let outside = a.compactMap { i in nodes[i].inputs.first { $0 < a.lowerBound } }.first
    return zip(a, b).allSatisfy { i, j in
      let (x, y) = (nodes[i], nodes[j])
      return x.isIdentical(to: y, at: level)
        && x.inputs.map { $0 < a.lowerBound ? ($0 == outside ? -1 : -2) : $0 - a.lowerBound }
          == y.inputs.map { $0 < b.lowerBound ? ($0 == given ? -1 : -3) : $0 - b.lowerBound }
    }
      && !nodes[b.upperBound...].contains { later in
        later.inputs.contains { a.contains($0) || (b.contains($0) && $0 != b.upperBound - 1) }
      }
  }

  /// Removes nodes; inputs that came from them now come from the last node before them.
  private mutating func remove(_ gone: Range<Int>) {
    nodes.removeSubrange(gone)
    for i in nodes.indices {
      nodes[i].inputs = nodes[i].inputs.map { input in
        if input < gone.lowerBound { return input }
        return input < gone.upperBound ? gone.lowerBound - 1 : input - gone.count
      }
    }
  }
}

extension Node {
  fileprivate func isIdentical(to other: Node, at level: Int) -> Bool {
    operation == other.operation && shape == other.shape
      && settings.elementsEqual(other.settings, by: ==)
      && weights.map(\.shape) == other.weights.map(\.shape)
      && scope.count == other.scope.count && frameDepth == other.frameDepth
      && scope[level].type == other.scope[level].type
      && zip(scope.dropFirst(level + 1), other.scope.dropFirst(level + 1))
        .allSatisfy { $0.name == $1.name && $0.type == $1.type }
  }
}
