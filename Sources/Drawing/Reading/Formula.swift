/// What a residual block computes, as papers write it: `y = ReLU(F(x) + x)`.
struct Formula {
  /// A variable, set in italics, or an operator, upright.
  private enum Part {
    case variable(String)
    case upright(String)
  }

  private let parts: [Part]

  init(_ block: ResidualBlock, _ chart: Flowchart) {
    let skip = block.skip
    // If the block computes something before the fork, the result is called h, as in He et al. 2016.
    let given = Part.variable(skip.fork == block.input ? "x" : "h")
    let behind = block.cells.filter { $0 > skip.addition && !skip.branch.contains($0) }
      .map(chart.first)
    // More than a function or two is called g.
    let isShort = behind.count < 3 && behind.allSatisfy { [.activation, .norm].contains($0.kind) }
    let after: [Part] = isShort ? behind.map { .upright($0.title) } : [.variable("g")]
    let shortcut: [Part] =
      if skip.isIdentity {
        [given]
      } else if skip.kind == .projection,
        skip.shortcut.allSatisfy({ chart.first($0).isWeighted || chart.first($0).kind == .norm })
      {
        [.variable("Wₛ "), given]
      } else {
        [.variable("S"), .upright("("), given, .upright(")")]
      }
    parts =
      [.variable("y"), .upright(" = ")] + after.reversed().flatMap { [$0, .upright("(")] }
      + [.variable("F"), .upright("("), given, .upright(") + ")] + shortcut
      + after.map { _ in .upright(")") }
  }

  /// Its pieces, variables in italics.
  var runs: [(text: String, isItalic: Bool)] {
    parts.map { part in
      switch part {
      case .variable(let text): (text, true)
      case .upright(let text): (text, false)
      }
    }
  }

  var text: String {
    parts.map { part in
      switch part {
      case .variable(let text), .upright(let text): text
      }
    }.joined()
  }
}
