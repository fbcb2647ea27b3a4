/// The title at the top of a figure, in up to three lines.
struct Heading {
  let lines: [String]
  private let left: Double

  /// - Parameters:
  ///   - left: where a title that fits into one line starts; a longer one uses the whole width.
  ///   - width: the width of the picture, in points.
  init(_ title: String, left: Double, width: Double) {
    let margin = 12.0
    let fits = left + Font.title.width(of: title) <= width - margin
    self.left = fits ? left : margin
    lines = Font.title.wrapped(title, to: width - self.left - margin, atMost: 3)
  }

  /// The height with the space below, in points; 0 without a title.
  var height: Double { lines.isEmpty ? 0 : 9 + Self.lineHeight * Double(lines.count) }

  var marks: [Mark] {
    lines.enumerated().map { index, line in
      .text(line, Point(left, 20 + Self.lineHeight * Double(index)), .ink, .title)
    }
  }

  private static let lineHeight = 17.0
}
