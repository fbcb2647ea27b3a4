/// Formulas leave the text before it is parsed and come back afterwards.
///
/// Markdown would take `_` and `*` in them for emphasis. A dollar opens a formula if no space follows it,
/// and closes one if no space precedes it and no digit follows. Code is left alone.
struct Formulas {
  private var formulas: [String] = []

  mutating func shield(_ text: String) -> String {
    let pieces =
      #/
      (?<fence>^```math\n(?<shown>(?:.|\n)*?)\n```$)
      | (?<block>\$\$(?<wide>(?:.|\n)+?)\$\$)
      | (?<code>^```(?:.|\n)*?\n```$ | (?<ticks>`+)(?:.|\n)+?\k<ticks>(?!`))
      | (?<escape>\\\$)
      | (?<inline>\$(?<narrow>(?:[^$\\\s]|\\.)(?:(?:[^$\\]|\\.)*?(?:[^$\\\s]|\\.))?)\$(?!\d))
      /#.anchorsMatchLineEndings()
    guard text.contains("$") || text.contains("```math") else { return text }
    return text.replacing(pieces) { match in
      if let tex = match.shown ?? match.wide {
        return "\n\n" + keep("<div class=\"math display\">\(escaped(tex))</div>") + "\n\n"
      }
      if let tex = match.narrow { return keep("<span class=\"math\">\(escaped(tex))</span>") }
      return String(match.0)
    }
  }

  func unshield(_ html: String) -> String {
    if formulas.isEmpty { return html }
    return html.replacing(#/(?:<p>)?\x{E000}(\d+)\x{E001}([.,;:!?)]*)(?:</p>)?/#) {
      match -> String in
      var formula = formulas[Int(match.1)!]
      // A displayed formula is a block; the paragraph made for its place goes.
      if formula.hasPrefix("<div") { return formula }
      // A comma must not start the next line.
      if !match.2.isEmpty { formula = "<span class=\"unbroken\">\(formula)\(match.2)</span>" }
      return String(match.0.replacing(#/\x{E000}\d+\x{E001}[.,;:!?)]*/#, with: formula))
    }
  }

  private mutating func keep(_ html: String) -> String {
    formulas.append(html)
    // Characters for private use, which no text has.
    return "\u{E000}\(formulas.count - 1)\u{E001}"
  }
}
