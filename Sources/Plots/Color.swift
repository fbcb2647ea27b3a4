/// A color of the figures, in light and in dark mode.
///
/// Figures are written in their light colors, and CSS replaces each by its dark one where the reader
/// prefers dark pages. For that, all colors of all figures are in this table.
public struct Color: Sendable, Hashable {
  /// The color in light mode, as `#rrggbb` in lower case.
  package let light: String
  /// The color in dark mode, in the same format.
  package let dark: String
}

extension Color {
  /// Text and lines.
  public static let ink = Color(light: "#1f2933", dark: "#e4e7eb")
  /// Labels and other secondary text.
  public static let muted = Color(light: "#5b6770", dark: "#a9b4be")
  /// Axes and borders.
  public static let rule = Color(light: "#9aa5b1", dark: "#5c6873")
  /// Grid lines.
  public static let faint = Color(light: "#e4e8ec", dark: "#28323c")
  /// An area behind boxes.
  package static let band = Color(light: "#f2f4f6", dark: "#1b232c")
  /// The background.
  public static let paper = Color(light: "#ffffff", dark: "#12181f")

  /// The first of `series`.
  public static let blue = Color(light: "#2f6fb3", dark: "#6aa8e8")
  /// The second of `series`.
  public static let orange = Color(light: "#b85a1c", dark: "#f0965a")
  /// The third of `series`.
  public static let teal = Color(light: "#1b7f70", dark: "#4fc3b0")
  /// The fourth of `series`.
  public static let purple = Color(light: "#7a4fb5", dark: "#b794e6")
  /// The fifth of `series`, also for mistakes.
  public static let rose = Color(light: "#c2375a", dark: "#f07a98")
  /// The sixth of `series`.
  public static let gold = Color(light: "#8a6b00", dark: "#e6c229")

  /// A qualitative palette, such as for the lines of a chart.
  public static let series = [blue, orange, teal, purple, rose, gold]

  /// A sequential palette, such as for the cells of a confusion matrix.
  ///
  /// Text is readable in `ink` on the first four, in `paper` on the others.
  package static let steps = [
    Color(light: "#f4f7fa", dark: "#18212b"), Color(light: "#dbe9fb", dark: "#16324f"),
    Color(light: "#b3d0f2", dark: "#1d456f"), Color(light: "#84b1e5", dark: "#28609b"),
    Color(light: "#3b78bd", dark: "#4a8bd0"), Color(light: "#2a639f", dark: "#74b0ec"),
    Color(light: "#1a4677", dark: "#a9d0f8"),
  ]

  /// A shortcut, in figures of nets.
  package static let shortcut = Color(light: "#b3224f", dark: "#f47a9c")

  static let green = Color(light: "#47781e", dark: "#93c763")
  /// For boxes without a color of their own.
  public static let gray = Color(light: "#868e96", dark: "#8d99a6")

  /// Fill colors on which text is readable in `ink`, each with the color of its border.
  package static let fills: [(line: Color, fill: Color)] = [
    (blue, steps[1]), (orange, Color(light: "#fde4d5", dark: "#4a2a16")),
    (teal, Color(light: "#d8f0ec", dark: "#123a35")),
    (purple, Color(light: "#ebe1f7", dark: "#33234d")),
    (rose, Color(light: "#fbdde3", dark: "#4d1a27")),
    (gold, Color(light: "#fff3bf", dark: "#4a3d05")),
    (green, Color(light: "#e3f2d7", dark: "#23391a")),
    (gray, Color(light: "#f1f3f5", dark: "#2a323b")),
  ]

  /// All colors of all figures.
  package static let all =
    [ink, muted, rule, faint, paper, band] + series + [shortcut, green, gray] + steps
    + fills.dropFirst().map(\.fill)
}

extension Color {
  /// The CSS rule that replaces `colors` by their dark ones where the reader prefers dark pages.
  ///
  /// It selects elements by their color, so that it works for any SVG in these colors and does not clash
  /// with other figures on the page.
  package static func darkStyle(for colors: [Color] = all) -> String {
    let pairs = colors.map { color in
      "[fill='\(color.light)']{fill:\(color.dark)}[stroke='\(color.light)']{stroke:\(color.dark)}"
    }
    return "@media (prefers-color-scheme: dark) {" + pairs.joined() + "}"
  }
}

extension Picture {
  /// The colors that the picture uses, in the order of `Color.all`.
  var colors: [Color] {
    let used = Set(marks.compactMap(\.color))
    return Color.all.filter { used.contains($0) || $0 == .paper }
  }
}
