extension Character {
  /// The number of terminal columns: 2 for 中 and 🙂, 0 for control characters and marks, else 1.
  package var displayWidth: Int {
    guard let first = unicodeScalars.first else { return 0 }
    if first.value < 0x7F { return first.value < 0x20 ? 0 : 1 }
    switch first.properties.generalCategory {
    case .control, .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    // U+FE0F selects the emoji form of a character that also has a text form.
    let isPicture =
      first.properties.isEmojiPresentation || unicodeScalars.contains { $0.value == 0xFE0F }
    return isPicture || wideBlocks.contains { $0.contains(first.value) } ? 2 : 1
  }
}

extension StringProtocol {
  /// The number of terminal columns, which can differ from the number of characters.
  package var displayWidth: Int { reduce(0) { $0 + $1.displayWidth } }

  /// The longest beginning that fits into `columns`.
  package func fitting(_ columns: Int) -> String {
    var taken = 0
    return String(
      prefix { character in
        taken += character.displayWidth
        return taken <= columns
      })
  }
}

/// The blocks of Unicode whose characters are wide or full width (Standard Annex 11).
private let wideBlocks: [ClosedRange<UInt32>] = [
  0x1100...0x115F,  // Hangul's leading consonants
  0x2329...0x232A,  // angle brackets
  0x2E80...0x303E,  // radicals, CJK punctuation
  0x3041...0x33FF,  // kana, Bopomofo, enclosed CJK
  0x3400...0x4DBF,  // ideographs, extension A
  0x4E00...0x9FFF,  // ideographs
  0xA000...0xA4CF,  // Yi
  0xA960...0xA97F,  // Hangul, extended
  0xAC00...0xD7A3,  // Hangul's syllables
  0xF900...0xFAFF,  // compatibility ideographs
  0xFE10...0xFE19,  // vertical forms
  0xFE30...0xFE6F,  // compatibility and small forms
  0xFF01...0xFF60,  // full-width forms
  0xFFE0...0xFFE6,  // full-width signs
  0x16FE0...0x18DFF,  // Tangut
  0x1AFF0...0x1B2FF,  // kana, supplement
  0x20000...0x3FFFD,  // ideographs, later planes
]
