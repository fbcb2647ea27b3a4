import Plots

/// The lines of an overview from results to concatenations further on, as in a U-shaped net: above the strip,
/// the longer around the shorter.
struct StripConcatenations {
  /// The cells that a line leads from and to, and how many shorter ones it goes around.
  private let lines: [(from: Int, to: Int, level: Int)]
  private static let (room, step) = (12.0, 11.0)

  init(_ chart: Flowchart) {
    let pairs = chart.linesToConcatenations
    lines = pairs.map { pair in
      let inside = pairs.count {
        $0 != pair && pair.from <= $0.from && $0.to <= pair.to
      }
      return (pair.from, pair.to, inside)
    }
  }

  /// How much room they need above the highest slab.
  var height: Double {
    lines.map(\.level).max().map { Self.room + Self.step * Double($0) + 4 } ?? 0
  }

  /// What the lines mean or, where they are not drawn, how many there are.
  func notes(areDrawn: Bool, _ words: Words) -> [String] {
    if lines.isEmpty { return [] }
    return [
      areDrawn ? words(.linesAbove) : words.counted(lines.count, .lineNotDrawn, .linesNotDrawn)
    ]
  }

  /// - Parameter top: the upper edge of the highest slab.
  func add(to plan: inout Plan, _ path: inout StripPath, top: Double) {
    for line in lines {
      guard let start = path.place(of: line.from, isEnd: false),
        let end = path.place(of: line.to, isEnd: true), start < end
      else { continue }
      let y = top - Self.room - Self.step * Double(line.level)
      plan.add(
        Plan.Line(
          points: [
            .init(start, path.middle), .init(start, y), .init(end, y), .init(end, path.middle),
          ], color: .shortcut, width: path.sizes.shortcut, head: path.sizes.shortcutHead,
          radius: path.sizes.corner))
      plan.addDot(path.id(), at: .init(start, path.middle), radius: path.sizes.dot)
    }
  }
}

extension Flowchart {
  /// From which results of the main path a line leads to a concatenation further on.
  var linesToConcatenations: [(from: Int, to: Int)] {
    let (main, edges) = (Set(mainPath), mainPathEdges)
    return mainPath.filter { first($0).operation == .concatenate }.flatMap { cell in
      cells[cell].inputs.filter { main.contains($0) && !edges.contains([$0, cell]) }
        .map { ($0, cell) }
    }
  }
}
