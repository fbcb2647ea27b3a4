/// A color of the figures, in light and in dark mode.
///
/// Figures are written in their light colors, and CSS replaces each by its dark one where the reader
/// prefers dark pages. For that, all colors of all figures are in this table. The fill of a box says what a
/// layer does, the color of a line what flows along it.
public struct Color: Sendable, Hashable {
  /// The color in light mode, as `#rrggbb` in lower case.
  package let light: String
  /// The color in dark mode, in the same format.
  package let dark: String
}

extension Color {
  /// Text and lines: what flows forward, and nets without shortcuts.
  public static let ink = Color(light: "#1f2933", dark: "#e4e7eb")
  /// Labels and other secondary text.
  public static let muted = Color(light: "#55616a", dark: "#a9b4be")
  /// Axes, brackets and borders.
  public static let rule = Color(light: "#84909c", dark: "#6b7783")
  /// Grid lines.
  public static let faint = Color(light: "#e3e8ed", dark: "#2a343e")
  /// An area behind boxes.
  package static let band = Color(light: "#f2f4f6", dark: "#1b232c")
  /// The background.
  public static let paper = Color(light: "#ffffff", dark: "#12181f")

  /// A shortcut, and nets with shortcuts; nothing else has this color.
  public static let shortcut = Color(light: "#b3224f", dark: "#f47a9c")
  /// A gradient; nothing else has this color.
  public static let gradient = Color(light: "#6a3bb0", dark: "#b995ea")
  /// A gradient along a path, behind its line.
  package static let gradientTint = Color(light: "#dccdf3", dark: "#3d2a5c")

  /// The first of `series`.
  public static let blue = Color(light: "#2f6fb3", dark: "#6aa8e8")
  /// The second of `series`, also for mistakes.
  public static let orange = Color(light: "#b85a1c", dark: "#f0965a")
  /// The third of `series`.
  public static let teal = Color(light: "#1b7f70", dark: "#4fc3b0")
  /// The fourth of `series`.
  public static let gold = Color(light: "#8a6b00", dark: "#e6c229")
  /// The fifth of `series`.
  public static let olive = Color(light: "#47781e", dark: "#93c763")
  /// The last of `series`.
  public static let gray = Color(light: "#6b7782", dark: "#8d99a6")

  /// A qualitative palette, such as for the lines of a chart: colors without a meaning of their own.
  public static let series = [blue, orange, teal, gold, olive, gray]

  /// A sequential palette, such as for the cells of a confusion matrix.
  ///
  /// Text is readable in `ink` on the first four, in `paper` on the others.
  package static let steps = [
    Color(light: "#f4f7fa", dark: "#18212b"), Color(light: "#dbe9fb", dark: "#16324f"),
    Color(light: "#b3d0f2", dark: "#1d456f"), Color(light: "#84b1e5", dark: "#28609b"),
    Color(light: "#3b78bd", dark: "#4a8bd0"), Color(light: "#2a639f", dark: "#74b0ec"),
    Color(light: "#1a4677", dark: "#a9d0f8"),
  ]

  /// All colors of all figures.
  package static let all =
    [ink, muted, rule, faint, paper, band, shortcut, gradient, gradientTint] + series + steps
    + Box.all.dropLast().map(\.fill) + [Box.activation.line]
}

extension Color {
  /// The colors of a box: its border, and a fill on which `ink` and `muted` are readable.
  package struct Box: Sendable, Equatable {
    package let line, fill: Color

    /// Multiplies by learned weights, and so counts in the depth: convolutions, fully connected layers.
    package static let weights = Box(line: blue, fill: Color(light: "#d8e7fa", dark: "#17344f"))
    /// Normalizes.
    package static let norm = Box(line: teal, fill: Color(light: "#c6eae1", dark: "#0f4038"))
    /// Activation functions.
    package static let activation = Box(
      line: Color(light: "#9a6200", dark: "#e3ac4a"), fill: Color(light: "#fde9c4", dark: "#46330c")
    )
    /// Has no weights: the image, pools, reshaping, concatenation, the loss.
    package static let weightless = Box(line: gray, fill: Color(light: "#fafbfc", dark: "#1c242d"))
    /// Cannot be computed, because shapes do not fit.
    package static let refused = Box(line: orange, fill: paper)
    /// Adds.
    package static let sum = Box(line: ink, fill: paper)

    package static let all = [weights, norm, activation, weightless, sum]
  }
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
