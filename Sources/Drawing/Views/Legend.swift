import Plots

/// What colours and lines mean, under the figure.
struct Legend {
  enum Sign {
    case box(line: Color, ground: Color)
    case solid, dotted
  }

  private(set) var entries: [(sign: Sign, meaning: String)] = []

  mutating func add(_ sign: Sign, _ meaning: String) { entries.append((sign, meaning)) }

  /// The kinds of operations among these, in the order of `Kind`.
  mutating func add(kindsOf operations: some Sequence<Operation>) {
    let kinds = Set(operations.map(\.kind))
    for kind in Kind.allCases where kinds.contains(kind) && kind != .input && kind != .sum {
      add(.box(line: kind.line, ground: kind.ground), kind.word)
    }
  }

  /// The kinds of shortcuts among these.
  mutating func add(shortcuts sums: [Sum], _ isDotted: (Sum) -> Bool = { !$0.isIdentity }) {
    if sums.contains(where: { !isDotted($0) }) { add(.solid, "identity shortcut") }
    if sums.contains(where: isDotted) { add(.dotted, "projection shortcut") }
  }
}

extension Sketch {
  /// - Parameter columns: how many entries stand beside each other.
  mutating func addLegend(_ legend: Legend, columns: Int) {
    let entries = legend.entries.filter { shows($0.sign) }
    guard !entries.isEmpty else { return }
    let cells = entries.map { entry in
      sign(entry.sign)
        + small(entry.meaning, 9).inside("TD", ["ALIGN": "LEFT", "BALIGN": "LEFT"])
    }
    let rows = stride(from: 0, to: cells.count, by: columns).map { first in
      cells[first..<min(first + columns, cells.count)].together.inside("TR")
    }
    let table = rows.together.inside(
      "TABLE", ["BORDER": "0", "CELLBORDER": "0", "CELLSPACING": "5", "CELLPADDING": "1"])
    diagram.graph = diagram.graph.labeled(table)
  }

  /// In black and white only lines and shades of grey mean anything.
  private func shows(_ sign: Legend.Sign) -> Bool {
    guard theme == .paper, case .box(_, let ground) = sign else { return true }
    return theme(ground) != theme(.paper)
  }

  private func sign(_ sign: Legend.Sign) -> Markup {
    switch sign {
    case .box(let line, let ground):
      Markup("").inside(
        "TD",
        [
          "BGCOLOR": theme(ground), "COLOR": theme(line), "BORDER": "1", "WIDTH": "16",
          "HEIGHT": "10", "FIXEDSIZE": "TRUE",
        ])
    case .solid: Markup("────").font(size: 8, color: theme(.ink)).inside("TD")
    case .dotted: Markup("· · · ·").font(size: 10, color: theme(.ink)).inside("TD")
    }
  }
}
