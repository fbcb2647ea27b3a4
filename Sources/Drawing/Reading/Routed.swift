extension Flowchart {
  func id(_ cell: Int) -> String { "\(prefix)n\(first(cell).line)" }

  /// The skip connections that are drawn as a line beside the branch, because their shortcut does not fork.
  var routed: [SkipConnection] {
    let uses = cells.flatMap(\.inputs).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    return skipConnections.filter { skip in
      !skip.branch.isEmpty
        && zip(skip.shortcut, [skip.fork] + skip.shortcut).allSatisfy { cell, before in
          cells[cell].inputs == [before] && uses[cell] == 1
        }
    }
  }
}
