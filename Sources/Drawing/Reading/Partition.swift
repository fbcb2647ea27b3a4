/// Which operations a view draws as one: for each operation, the first of its cell.
enum Partition {
  /// Every operation for itself.
  static func each(_ graph: Graph) -> [Int] { Array(graph.operations.indices) }

  /// Each call at this depth of nesting as one, whatever happens inside.
  static func calls(_ graph: Graph, depth: Int) -> [Int] {
    var first: [Int: Int] = [:]
    return graph.operations.enumerated().map { i, operation in
      guard operation.scope.count > depth else { return i }
      let call = operation.scope[depth].call
      first[call] = first[call] ?? i
      return first[call]!
    }
  }

  /// Those that learn as much as a matrix, pools and sums; what follows one of them belongs to it.
  ///
  /// So figure 3 of He et al. 2015 shows a net: norms and activations are not drawn.
  static func landmarks(_ graph: Graph) -> [Int] {
    var owner: [Int] = []
    for (i, operation) in graph.operations.enumerated() {
      let isHidden = operation.inputs.count == 1 && !operation.isLandmark
      owner.append(isHidden ? owner[operation.inputs[0]] : i)
    }
    return owner
  }

  /// What comes one after another without a fork, in one region, with one weight at most.
  ///
  /// - Parameters:
  ///   - regions: for each operation where it belongs; what does not belong together stays apart.
  ///   - joinsPools: whether a pool may share a stack with what is before it.
  static func stacks(_ graph: Graph, regions: [Int?], joinsPools: Bool) -> [Int] {
    let uses = graph.operations.flatMap(\.inputs).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    var owner: [Int] = []
    var isFull: [Bool] = []
    for (i, operation) in graph.operations.enumerated() {
      if operation.inputs.count == 1, !(operation.kind == .pool && !joinsPools),
        case let before = operation.inputs[0], uses[before] == 1,
        graph.operations[before].inputs.count == 1, regions[before] == regions[i],
        !(isFull[before] && operation.isHeavy)
      {
        owner.append(owner[before])
        isFull.append(isFull[before] || operation.isHeavy)
      } else {
        owner.append(i)
        isFull.append(operation.isHeavy)
      }
    }
    return owner
  }
}

extension Operation {
  /// Whether it learns a matrix or windows, and not only a number for each channel.
  var isHeavy: Bool { weights.contains { $0.shape.count > 1 } }

  var isLandmark: Bool {
    isHeavy || kind == .pool || kind == .sum || kind == .input || kind == .loss
  }
}
