/// The size and weight of a text, in a sans-serif face of the reader's machine.
public struct Font: Sendable {
  /// In points.
  public var size: Double
  public var bold: Bool

  public init(_ size: Double = 11, bold: Bool = false) { (self.size, self.bold) = (size, bold) }

  /// About how wide `text` will be, in points.
  ///
  /// Every browser and printer has fonts of its own, so this is a guess, on the wide side;
  /// nothing may depend on it more finely than a margin does.
  public func width(of text: String) -> Double {
    text.reduce(0) { $0 + advance($1) } * size * (bold ? 1.1 : 1)
  }

  static let title = Font(13, bold: true)
  static let label = Font(11)
}

/// How far a character moves the pen, as a share of the font's size.
private func advance(_ character: Character) -> Double {
  switch character {
  case "i", "j", "l", "I", ".", ",", ":", ";", "'", "|", " ", "\u{2009}": 0.32
  case "f", "t", "r", "(", ")", "[", "]", "-", "⁻", "⁰"..."⁹", "¹", "²", "³": 0.41
  case "m", "w", "M", "W", "%", "@", "…": 0.95
  case "A"..."Z", "→", "−", "×": 0.70
  case let wide where wide.isWide: 1
  default: 0.61
  }
}

extension Character {
  /// Whether it is as wide as it is high: Chinese and its neighbours, emoji.
  var isWide: Bool { unicodeScalars.first.map { $0.value > 0x2E80 } ?? false }
}
