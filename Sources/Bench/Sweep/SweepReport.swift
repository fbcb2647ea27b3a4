import Notebook
import Sentences

/// What is printed of a sweep: a table of all points, and sentences of what it comes to.
extension SweepResults {
  /// Each value with the time per image, the speedup, and the time of a peer.
  var table: Table {
    let columns = columns
    var table = Table(header: ["varied", "value"] + columns.map(\.title))
    for axis in SweepAxis.allCases {
      for value in axis.values {
        let cells = columns.map { $0.number(axis, value).map(decimals) ?? "–" }
        table.add(cells: [axis.rawValue, value] + cells)
      }
    }
    return table
  }

  private typealias Column = (title: String, number: (SweepAxis, Int) -> Double?)

  private var columns: [Column] {
    var columns: [Column] = threads.map { count in
      ("\(counted(count, "thread")), ms", { time($0, $1, threads: count) })
    }
    if threads.count > 1 { columns.append(("speedup", speedup)) }
    if let peer, let most = threads.last {
      columns.append(("\(peer), ms", { time($0, $1, threads: most, peer: peer) }))
      columns.append(("share", share))
    }
    return columns
  }

  /// The speedup, this package's share of a peer's time, and what did not fit into memory.
  var sentences: [String] {
    let count = counted(threads.last ?? 1, "thread")
    let speedups = speedupRange.map { "\(count) are \($0) times as fast as one." }
    let shares = shareRange.flatMap { range in
      peer.map { "With \(count) this package takes \(range) of the time of \($0)." }
    }
    let missing = tooLarge().map { "Did not fit into memory: \($0)." }
    let peersMissing = peer.flatMap { peer in
      tooLarge(peer: peer).map { "Did not fit into memory with \(peer): \($0)." }
    }
    return [speedups, shares, missing, peersMissing].compactMap { $0 }
  }
}
