/// The colours a figure is drawn in.
public enum Theme: String, CaseIterable, Sendable {
  /// Light, and in an SVG file dark for readers who prefer dark pages.
  case auto
  case light
  case dark
  /// Black on white, for print.
  case paper

  /// The colour as files have it, `#rrggbb`.
  public func callAsFunction(_ color: Color) -> String {
    switch self {
    case .auto, .light: color.day
    case .dark: color.night
    case .paper: Color.steps.firstIndex(of: color).map { grays[$0] } ?? printed(color.day)
    }
  }
}

/// For what is darker the larger it is.
///
/// The first two are also grounds to write on.
private let grays = [
  "#ffffff", "#ffffff", "#d4d4d4", "#b0b0b0", "#6a6a6a", "#4d4d4d", "#222222",
]

/// What is light becomes white, what is dark black; only what lies between keeps its shade.
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
