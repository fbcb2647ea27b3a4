import Plots

/// How a view draws the cells of a flowchart, for the roads between them.
struct Places {
  /// The frame a cell stands in.
  var frame: (Int) -> [String] = { _ in [] }
  /// Cells of one group stand in one line.
  var group: (Int) -> String = { _ in "main" }
  /// What stands beside the road from one cell to another.
  var note: (_ from: Int, _ to: Int) -> String? = { _, _ in nil }
  /// The colour of a shortcut.
  var color: (Sum) -> Color = { _ in .ink }
  /// Whether a cell is drawn as no more than a dot.
  var isDot: (Int) -> Bool = { _ in false }
  /// Whether a shortcut is a dotted line.
  var isDotted: (Sum) -> Bool = { !$0.isIdentity }
  /// Whether "identity" is written into a shortcut without operations.
  var namesIdentity = false
}

extension Flowchart {
  func id(_ cell: Int) -> String { "\(prefix)n\(head(cell).line)" }

  /// The sums whose shortcut is a plain road, so that it can run beside the main one.
  var routed: [Sum] {
    let uses = cells.flatMap(\.inputs).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    return sums.filter { sum in
      !sum.main.isEmpty
        && zip(sum.shortcut, [sum.fork] + sum.shortcut).allSatisfy { cell, before in
          cells[cell].inputs == [before] && uses[cell] == 1
        }
    }
  }
}
