import Notebook

/// The rows of several processes beside each other, and beside a peer's.
struct Report {
  enum Side { case ours, peer }

  let hasPeer: Bool
  private var names: [String] = []
  private var rows: [String: [Row]] = [:]
  private var peers: [String: [Row]] = [:]

  init(hasPeer: Bool) { self.hasPeer = hasPeer }

  mutating func add(_ row: Row, _ side: Side) {
    if !names.contains(row.name) { names.append(row.name) }
    switch side {
    case .ours: rows[row.name, default: []].append(row)
    case .peer: peers[row.name, default: []].append(row)
    }
  }

  /// Medians of each process, the best of all, and how often the peer's middle median holds ours.
  var table: Table {
    var table =
      hasPeer ? Table("", "here", "best", "PyTorch", "best", "ratio") : Table("", "here", "best")
    for name in names {
      let unit = (rows[name] ?? peers[name])?.first?.unit ?? ""
      var cells: [Any] = ["\(name), \(unit)"] + cells(rows[name])
      if hasPeer {
        cells += self.cells(peers[name])
        cells.append(ratio(name).map { decimals($0) } ?? "")
      }
      table.add(cells: cells)
    }
    return table
  }

  private func cells(_ rows: [Row]?) -> [Any] {
    guard let rows else { return ["", ""] }
    let best = rows.first!.unit.hasSuffix("/s") ? rows.map(\.best).max() : rows.map(\.best).min()
    return [rows.map { decimals($0.median) }.joined(separator: " "), decimals(best!)]
  }

  private func ratio(_ name: String) -> Double? {
    guard let ours = middle(rows[name]), let theirs = middle(peers[name]) else { return nil }
    return theirs / ours
  }

  private func middle(_ rows: [Row]?) -> Double? {
    rows.map { $0.map(\.median).sorted()[$0.count / 2] }
  }
}
