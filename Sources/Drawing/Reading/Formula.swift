/// What a residual block computes, as papers write it: `y = ReLU(F(x) + x)`.
struct Formula {
  /// A letter, which is set in italics, or what stands between letters.
  private enum Part {
    case letter(String)
    case sign(String)
  }

  private let parts: [Part]

  init(_ block: ResidualBlock, _ chart: Flowchart) {
    let sum = block.sum
    // What comes before the fork is called h.
    let given = Part.letter(sum.fork == block.input ? "x" : "h")
    let after = block.cells.filter { $0 > sum.cell && !sum.main.contains($0) }
      .map { chart.head($0).title }
    let shortcut: [Part] =
      if sum.isIdentity {
        [given]
      } else if sum.shortcut.allSatisfy({ chart.head($0).isHeavy || chart.head($0).kind == .norm })
      {
        [.letter("Wₛ "), given]
      } else {
        [.letter("S"), .sign("("), given, .sign(")")]
      }
    parts =
      [.letter("y"), .sign(" = ")] + after.reversed().map { .sign($0 + "(") }
      + [.letter("F"), .sign("("), given, .sign(") + ")] + shortcut + after.map { _ in .sign(")") }
  }

  var text: String {
    parts.map { part in
      switch part {
      case .letter(let text), .sign(let text): text
      }
    }.joined()
  }

  var markup: Markup {
    parts.map { part in
      switch part {
      case .letter(let text): Markup(text).italic
      case .sign(let text): Markup(text)
      }
    }.together
  }
}
