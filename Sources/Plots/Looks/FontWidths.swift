/// The widths of characters in Helvetica, which Arial and Liberation Sans share.
///
/// A figure is measured with this table, so that it does not depend on the fonts of the machine that makes
/// it.
package let fontFamily =
  "Helvetica,Arial,Liberation Sans,PingFang SC,Microsoft YaHei,Noto Sans CJK SC,sans-serif"

/// The width of a character, relative to the size of the font.
func advance(_ character: Character, bold: Bool) -> Double {
  if let ascii = character.asciiValue, ascii >= 32, ascii < 127 {
    return (bold ? boldWidths : widths)[Int(ascii) - 32] / 1000
  }
  switch character {
  case "×", "−", "÷", "≤", "≥", "±": return 0.584
  case "·", "\u{A0}": return 0.278
  case "–", "∂": return 0.556
  case "…", "—", "→", "←": return 1
  case "↑", "↓", "“", "”": return 0.5
  case "‘", "’": return 0.278
  case "¹", "²", "³": return 0.333
  // These are not in all of the three fonts.
  case "⁰"..."⁹", "⁻", "₀"..."₉", "ₛ": return 0.42
  case "\u{2009}", "\u{202F}": return 0.25
  case let wide where wide.isWide: return 1
  case let capital where capital.isUppercase: return 0.75
  default: return bold ? 0.64 : 0.6
  }
}

extension Character {
  /// Whether it is as wide as the font is high, as Chinese characters and emoji are.
  var isWide: Bool { unicodeScalars.first.map { $0.value > 0x2E80 } ?? false }
}

/// From the space to the tilde, in thousandths.
private let widths: [Double] = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
  556,
  556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611,
  778,
  722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611,
  278,
  278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556,
  556,
  556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
]

private let boldWidths: [Double] = [
  278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
  556,
  556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611,
  778,
  722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611,
  333,
  278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611,
  611,
  611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
]
