/// The sections of an overview in lines, where one is wider than the page.
extension [StripSection] {
  /// Between two sections, at least, and before the first one of a new line.
  static var least: Double { 9 }
  static var indent: Double { 18 }

  /// Side by side.
  var width: Double { reduce(-Self.least) { $0 + $1.width + Self.least } }

  /// In lines that are no wider than `room`, if no section alone is.
  func broken(room: Double) -> [[StripSection]] {
    reduce(into: []) { lines, section in
      let indent = lines.count > 1 ? Self.indent : 0
      if let last = lines.last, last.width + Self.least + section.width + indent <= room {
        lines[lines.count - 1].append(section)
      } else {
        lines.append([section])
      }
    }
  }
}
