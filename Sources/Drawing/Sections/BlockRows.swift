import Plots

/// The rows of several blocks side by side: an operation of one kind stands in one row in all of them.
///
/// The n-th layer with weights and the n-th sum of each stand in one row. What stands between two of these is
/// merged into the shortest sequence that contains that of every block.
struct BlockRows {
  /// The kind of each row.
  private(set) var kinds: [Kind] = []
  /// For each block, the row of each of its operations.
  private(set) var places: [[Int]]

  /// - Parameter blocks: the kinds of the operations on the main path of each.
  init(_ blocks: [[Kind]]) {
    places = blocks.map { _ in [] }
    func isAnchor(_ kind: Kind) -> Bool { [.convolution, .linear, .addition].contains(kind) }
    var rest = blocks.map { $0[...] }
    while rest.contains(where: { !$0.isEmpty }) {
      let pieces = rest.map { Array($0.prefix { !isAnchor($0) }) }
      let merged = pieces.reduce([]) { shortestSequence(containing: $0, $1) }
      for (block, piece) in pieces.enumerated() {
        var from = 0
        for kind in piece {
          from = merged[from...].firstIndex(of: kind)!
          places[block].append(kinds.count + from)
          from += 1
        }
        rest[block] = rest[block].dropFirst(piece.count)
      }
      kinds += merged
      guard let anchor = rest.compactMap(\.first).first else { continue }
      for block in rest.indices where rest[block].first == anchor {
        places[block].append(kinds.count)
        rest[block].removeFirst()
      }
      kinds.append(anchor)
    }
  }
}

/// A shortest sequence that contains both, each in its order.
private func shortestSequence(containing a: [Kind], _ b: [Kind]) -> [Kind] {
  guard let first = a.first, let second = b.first else { return a + b }
  if first == second {
    return [first] + shortestSequence(containing: Array(a.dropFirst()), Array(b.dropFirst()))
  }
  let x = [first] + shortestSequence(containing: Array(a.dropFirst()), b)
  let y = [second] + shortestSequence(containing: a, Array(b.dropFirst()))
  return x.count <= y.count ? x : y
}
