/// A colour by day, and the same colour by night.
///
/// Figures are written in the day colours, and a page that is dark replaces each by its partner. So
/// that none is left without, colours are not made up where they are needed: this is all of them.
public struct Color: Sendable, Hashable {
  /// As `#rrggbb`, in lower case.
  public let day: String
  public let night: String
}

extension Color {
  public static let ink = Color(day: "#1f2933", night: "#e4e7eb")
  public static let muted = Color(day: "#5b6770", night: "#a9b4be")
  public static let rule = Color(day: "#9aa5b1", night: "#5c6873")
  public static let faint = Color(day: "#e4e8ec", night: "#28323c")
  public static let paper = Color(day: "#ffffff", night: "#12181f")

  public static let blue = Color(day: "#2f6fb3", night: "#6aa8e8")
  public static let orange = Color(day: "#b85a1c", night: "#f0965a")
  public static let teal = Color(day: "#1b7f70", night: "#4fc3b0")
  public static let purple = Color(day: "#7a4fb5", night: "#b794e6")
  public static let rose = Color(day: "#c2375a", night: "#f07a98")
  public static let gold = Color(day: "#8a6b00", night: "#e6c229")

  /// For things without an order, such as the lines of a chart.
  public static let series = [blue, orange, teal, purple, rose, gold]

  /// From none to all, for the cells of a confusion matrix.
  ///
  /// Ink can be read on the first four, paper on the others.
  public static let steps = [
    Color(day: "#f4f7fa", night: "#18212b"), Color(day: "#dbe9fb", night: "#16324f"),
    Color(day: "#b3d0f2", night: "#1d456f"), Color(day: "#84b1e5", night: "#28609b"),
    Color(day: "#3b78bd", night: "#4a8bd0"), Color(day: "#2a639f", night: "#74b0ec"),
    Color(day: "#1a4677", night: "#a9d0f8"),
  ]

  public static let green = Color(day: "#47781e", night: "#93c763")
  public static let gray = Color(day: "#868e96", night: "#8d99a6")

  /// Light grounds to write on in ink, each beside the strong colour of its border.
  public static let grounds: [(line: Color, ground: Color)] = [
    (blue, steps[1]), (orange, Color(day: "#fde4d5", night: "#4a2a16")),
    (teal, Color(day: "#d8f0ec", night: "#123a35")),
    (purple, Color(day: "#ebe1f7", night: "#33234d")),
    (rose, Color(day: "#fbdde3", night: "#4d1a27")),
    (gold, Color(day: "#fff3bf", night: "#4a3d05")),
    (green, Color(day: "#e3f2d7", night: "#23391a")),
    (gray, Color(day: "#f1f3f5", night: "#2a323b")),
  ]

  /// The whole table.
  public static let all =
    [ink, muted, rule, faint, paper] + series + [green, gray] + steps
    + grounds.dropFirst().map(\.ground)
}
