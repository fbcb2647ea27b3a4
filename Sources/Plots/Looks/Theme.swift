/// The color scheme of a figure.
public enum Theme: String, CaseIterable, Sendable {
  /// Light, but dark in an SVG file for readers who prefer dark pages.
  case auto
  /// Light.
  case light
  /// Dark.
  case dark
  /// Black, white and gray, for print.
  case paper

  /// The color in this scheme, as `#rrggbb`.
  package func callAsFunction(_ color: Color) -> String {
    switch self {
    case .auto, .light: color.light
    case .dark: color.dark
    case .paper: Color.steps.firstIndex(of: color).map { grays[$0] } ?? printed(color.light)
    }
  }
}

/// The grays of `Color.steps`; text is black on the first four.
private let grays = [
  "#ffffff", "#ffffff", "#d4d4d4", "#b0b0b0", "#6a6a6a", "#4d4d4d", "#222222",
]

/// White for light colors, black for dark ones, and gray for those in between.
private func printed(_ color: String) -> String {
  let value = Int(color.dropFirst(), radix: 16) ?? 0
  let (red, green, blue) = (value >> 16, value >> 8 & 255, value & 255)
  let shade = (299 * red + 587 * green + 114 * blue) / 1000
  switch shade {
  case ..<125: return "#000000"
  case 200...: return "#ffffff"
  default:
    let digits = String(shade, radix: 16)
    return "#" + digits + digits + digits
  }
}
