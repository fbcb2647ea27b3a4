/// The names of lines below the title of a chart that is too narrow for them at the lines' ends, where letters
/// stand in their place.
struct Legend {
  /// What stands at the end of each line: its name or, with a legend, a letter.
  let keys: [String]
  private let entries: [(key: String, name: String)]

  private static let row = 15.0
  /// The maximum share of a narrow picture's width for names at the ends of lines.
  private static let share = 0.2

  /// - Parameters:
  ///   - names: of all lines; an empty one has no letter.
  ///   - width: that of the picture, in points.
  init(_ names: [String], width: Double) {
    let widest = names.map(Font.label.width).max() ?? 0
    guard width <= Picture.phoneWidth, widest > width * Self.share else {
      (keys, entries) = (names, [])
      return
    }
    let letters = names.indices.map {
      $0 < 26 ? String(UnicodeScalar(UInt8(97 + $0))) : "\($0 + 1)"
    }
    keys = zip(names, letters).map { $0.isEmpty ? "" : $1 }
    entries = zip(keys, names).filter { !$0.0.isEmpty }
  }

  /// In points; 0 for none.
  var height: Double { entries.isEmpty ? 0 : Self.row * Double(entries.count) + 4 }

  /// The names, each behind the letter of its line in the line's color.
  ///
  /// - Parameters:
  ///   - colors: of all lines.
  ///   - top: where the legend begins.
  ///   - width: that of the picture.
  func marks(_ colors: [Color], top: Double, width: Double) -> [Mark] {
    let named = zip(keys, colors).filter { !$0.0.isEmpty }
    return zip(entries, named).enumerated().flatMap { index, entry -> [Mark] in
      let base = top + Self.row * Double(index) + 11
      let name = Font.label.shortened(entry.0.name, to: width - 40)
      return [
        .text(entry.0.key, Point(14, base), entry.1.1, Font(11, bold: true)),
        .text(name, Point(28, base), .ink, .label),
      ]
    }
  }
}
