import Plots

/// The meaning of colors and lines, shown below a figure.
struct Legend {
  enum Sign {
    case box(line: Color, fill: Color)
    case solid
  }

  private(set) var entries: [(sign: Sign, meaning: String)] = []

  mutating func add(_ sign: Sign, _ meaning: String) { entries.append((sign, meaning)) }
}

extension Sketch {
  /// - Parameter columns: the number of entries in a row.
  mutating func addLegend(_ legend: Legend, columns: Int) {
    let entries = legend.entries.filter { shows($0.sign) }
    guard !entries.isEmpty else { return }
    let cells = entries.map { entry in
      sign(entry.sign)
        + small(entry.meaning, 9).inside("TD", ["ALIGN": "LEFT", "BALIGN": "LEFT"])
    }
    let rows = stride(from: 0, to: cells.count, by: columns).map { first in
      cells[first..<min(first + columns, cells.count)].concatenated.inside("TR")
    }
    let table = rows.concatenated.inside(
      "TABLE", ["BORDER": "0", "CELLBORDER": "0", "CELLSPACING": "5", "CELLPADDING": "1"])
    diagram.graph = diagram.graph.labeled(table)
  }

  /// In black and white, boxes that are white anyway need no entry.
  private func shows(_ sign: Legend.Sign) -> Bool {
    guard theme == .paper, case .box(_, let fill) = sign else { return true }
    return theme(fill) != theme(.paper)
  }

  private func sign(_ sign: Legend.Sign) -> Markup {
    switch sign {
    case .box(let line, let fill):
      Markup("").inside(
        "TD",
        [
          "BGCOLOR": theme(fill), "COLOR": theme(line), "BORDER": "1", "WIDTH": "16",
          "HEIGHT": "10", "FIXEDSIZE": "TRUE",
        ])
    case .solid: Markup("────").font(size: 8, color: theme(.ink)).inside("TD")
    }
  }
}
