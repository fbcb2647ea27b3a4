import Sentences

/// Replaces formulas with placeholders before Markdown is parsed, and puts them back afterwards, since
/// Markdown would take `_` and `*` in them for emphasis.
///
/// A dollar sign opens a formula if no space follows, and closes one if no space precedes and no digit
/// follows. Code is not searched.
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
      // A displayed formula is a block and replaces the paragraph around its placeholder.
      if formula.hasPrefix("<div") { return formula }
      // Keeps punctuation on the line of the formula.
      if !match.2.isEmpty { formula = "<span class=\"unbroken\">\(formula)\(match.2)</span>" }
      return String(match.0.replacing(#/\x{E000}\d+\x{E001}[.,;:!?)]*/#, with: formula))
    }
  }

  private mutating func keep(_ html: String) -> String {
    formulas.append(html)
    // Private-use characters, which do not occur in the text.
    return "\u{E000}\(formulas.count - 1)\u{E001}"
  }
}
