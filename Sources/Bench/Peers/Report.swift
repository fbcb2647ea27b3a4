import Notebook

/// The rows of several processes beside each other, and beside those of peers.
struct Report {
  /// Whose rows it has; the first is this package.
  private let sides: [Side]
  private var keys: [Key] = []
  private var rows: [Key: [Side: [Row]]] = [:]

  fileprivate struct Key: Hashable { let name, unit: String }

  init(peers: [Side] = []) { sides = [.here] + peers }

  mutating func add(_ row: Row, _ side: Side) {
    let key = Key(name: row.name, unit: row.unit)
    if !keys.contains(key) { keys.append(key) }
    rows[key, default: [:]][side, default: []].append(row)
  }

  /// For each row the middle of the processes' medians, of each side, and ours as a share of each peer's.
  var comparison: Table {
    let peers = sides.dropFirst()
    var table = Table(
      header: [""] + sides.map(\.title) + peers.map { "of \($0.rawValue)" })
    for key in keys {
      let middles = sides.map { middle(key, $0) }
      let ratios = middles.dropFirst().map { theirs in
        middles[0].flatMap { ours in theirs.map { ours / $0 } }
      }
      table.add(cells: [key.text] + (middles + ratios).map { $0.map(decimals) ?? "" })
    }
    return table
  }

  /// The best of all processes, and the median of each.
  var processes: Table {
    let names = sides.count == 1 ? [""] : ["", "measured by"]
    var table = Table(header: names + ["best", "medians of the processes"])
    for key in keys {
      for side in sides {
        guard let rows = rows[key]?[side] else { continue }
        let best = key.unit.hasSuffix("/s") ? rows.map(\.best).max()! : rows.map(\.best).min()!
        let medians = rows.map { decimals($0.median) }.joined(separator: " ")
        table.add(
          cells: [key.text] + (sides.count == 1 ? [] : [side.title]) + [decimals(best), medians])
      }
    }
    return table
  }

  private func middle(_ key: Key, _ side: Side) -> Double? {
    rows[key]?[side].map { $0.map(\.median).sorted()[$0.count / 2] }
  }
}

extension Report.Key {
  fileprivate var text: String { "\(name), \(unit)" }
}
