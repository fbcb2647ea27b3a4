/// Text as it stands in a LaTeX document: signs that mean something to TeX are escaped, and those that its
/// fonts do not have are set in mathematics.
func inTeX(_ text: String) -> String {
  var out = ""
  for (place, scalar) in text.unicodeScalars.enumerated() {
    let isAtAnEnd = place == 0 || place == text.unicodeScalars.count - 1
    if let sign = signs[scalar] {
      out += sign
    } else if let math = mathematics[scalar] {
      out += "$\(math)$"
    } else if let place = raised.firstIndex(of: scalar) {
      out += "$^{\(plain[place])}$"
    } else if let place = lowered.firstIndex(of: scalar) {
      out += "$_{\(plain[place])}$"
    } else if scalar == " ", isAtAnEnd {
      out += "\\ "  // TeX drops spaces at the ends of a node
    } else {
      out.unicodeScalars.append(scalar)
    }
  }
  return out.replacing("}$$^{", with: "").replacing("}$$_{", with: "")
}

private let signs: [Unicode.Scalar: String] = [
  "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "$": "\\$", "&": "\\&", "#": "\\#", "%": "\\%",
  "_": "\\_", "^": "\\textasciicircum{}", "~": "\\textasciitilde{}", "\u{A0}": "~",
  "\u{202F}": "\\,", "\u{200A}": "", "\u{2060}": "", "…": "\\dots{}", "\"": "''",
  "\u{2009}": "\\,", "─": "\\rule[0.55ex]{0.7em}{0.08em}",
]

private let mathematics: [Unicode.Scalar: String] = [
  "<": "<", ">": ">", "|": "|", "×": "\\times", "÷": "\\div", "−": "-", "·": "\\cdot", "→": "\\to",
  "←": "\\leftarrow", "↑": "\\uparrow", "↓": "\\downarrow", "∂": "\\partial", "∇": "\\nabla",
  "≤": "\\le", "≥": "\\ge", "≈": "\\approx", "≠": "\\ne", "√": "\\surd", "∞": "\\infty",
  "′": "'", "∑": "\\sum", "⌈": "\\lceil", "⌉": "\\rceil", "⌊": "\\lfloor", "⌋": "\\rfloor",
  "α": "\\alpha", "β": "\\beta", "γ": "\\gamma", "δ": "\\delta", "ε": "\\epsilon", "λ": "\\lambda",
  "μ": "\\mu", "π": "\\pi", "σ": "\\sigma", "τ": "\\tau", "φ": "\\phi", "Δ": "\\Delta",
  "Σ": "\\Sigma", "Ω": "\\Omega",
]

private let plain = Array("0123456789-+snix".unicodeScalars)
private let raised = Array("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ˢⁿⁱˣ".unicodeScalars)
private let lowered = Array("₀₁₂₃₄₅₆₇₈₉₋₊ₛₙᵢₓ".unicodeScalars)
