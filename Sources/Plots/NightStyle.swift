extension Color {
  /// The CSS rule that gives each of `colors` its night partner where the reader prefers dark pages.
  ///
  /// It finds its elements by their colour, not by a class or an id, so that any drawing in these
  /// colours may use it, whoever wrote it, and two on one page do not disturb each other.
  public static func nightStyle(for colors: [Color] = all) -> String {
    let pairs = colors.map { color in
      "[fill='\(color.day)']{fill:\(color.night)}[stroke='\(color.day)']{stroke:\(color.night)}"
    }
    return "@media (prefers-color-scheme: dark) {" + pairs.joined() + "}"
  }
}

extension Picture {
  /// The colours the picture is drawn in, in the order of the table.
  var colors: [Color] {
    let used = Set(marks.compactMap(\.color))
    return Color.all.filter { used.contains($0) || $0 == .paper }
  }
}
