extension Graph {
  /// The graph with each run of layers that do the same, one after another, drawn once.
  ///
  /// The first of a run stays and remembers how many it stands for. Layers do the same if their
  /// operations, settings and shapes are equal; the numbers they learned may differ.
  public func folded() -> Graph {
    var graph = self
    var level = 0
    while graph.operations.contains(where: { $0.scope.count > level }) {
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
        let lastName = operations[calls[end - 1].lowerBound].scope[level].name
        for i in calls[first] {
          operations[i].scope[level].repeats = .init(count: end - first, lastName: lastName)
        }
        remove(calls[first].upperBound..<calls[end - 1].upperBound)
        return foldRuns(at: level)  // the places of the calls behind have changed
      }
      first = end
    }
  }

  /// The operations of each call at a level of nesting, of calls with at least two.
  private func calls(at level: Int) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var call: Int?
    for (i, operation) in operations.enumerated() {
      let next = operation.scope.count > level ? operation.scope[level].call : nil
      if let next, next == call {
        found[found.count - 1] = found.last!.lowerBound..<i + 1
      } else if next != nil {
        found.append(i..<i + 1)
      }
      call = next
    }
    return found.filter { $0.count > 1 }
  }

  /// Whether `b` does with what `a` returns the same as `a` does.
  private func repeats(_ a: Range<Int>, _ b: Range<Int>, at level: Int) -> Bool {
    guard a.upperBound == b.lowerBound, a.count == b.count,
      operations[a.lowerBound].scope[..<level] == operations[b.lowerBound].scope[..<level]
    else { return false }
    let given = b.lowerBound - 1
    let outside = a.compactMap { i in operations[i].inputs.first { $0 < a.lowerBound } }.first
    return zip(a, b).allSatisfy { i, j in
      let (x, y) = (operations[i], operations[j])
      return x.does(theSameAs: y, at: level)
        && x.inputs.map { $0 < a.lowerBound ? ($0 == outside ? -1 : -2) : $0 - a.lowerBound }
          == y.inputs.map { $0 < b.lowerBound ? ($0 == given ? -1 : -3) : $0 - b.lowerBound }
    }
      && !operations[b.upperBound...].contains { later in
        later.inputs.contains { a.contains($0) || (b.contains($0) && $0 != b.upperBound - 1) }
      }
  }

  /// Takes operations away; who depended on the last of them now depends on the one before them.
  private mutating func remove(_ gone: Range<Int>) {
    operations.removeSubrange(gone)
    for i in operations.indices {
      operations[i].inputs = operations[i].inputs.map { input in
        if input < gone.lowerBound { return input }
        return input < gone.upperBound ? gone.lowerBound - 1 : input - gone.count
      }
    }
  }
}

extension Operation {
  fileprivate func does(theSameAs other: Operation, at level: Int) -> Bool {
    name == other.name && shape == other.shape
      && settings.elementsEqual(other.settings, by: ==)
      && weights.map(\.shape) == other.weights.map(\.shape)
      && scope.count == other.scope.count && frameDepth == other.frameDepth
      && scope[level].type == other.scope[level].type
      && zip(scope.dropFirst(level + 1), other.scope.dropFirst(level + 1))
        .allSatisfy { $0.name == $1.name && $0.type == $1.type }
  }
}
