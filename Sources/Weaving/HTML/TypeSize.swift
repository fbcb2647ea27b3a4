import Foundation
import Sentences

/// How large the type of an exhibit can be, so that all of it is on the slide: at least 14 points.
///
/// A slide is 80 by 45 `rem`; at 13.33 × 7.5 inches a `rem` is 12 points.
struct TypeSize: CustomStringConvertible {
  /// In `rem`.
  let size: Double

  static let least = 14.0 / 12
  /// The room for an exhibit, below a claim of two lines and above a note.
  private static let width = 74.0
  private static let height = 31.0

  /// The attribute of an element with this size.
  var description: String { String(format: " style=\"font-size: %.2frem\"", size) }

  private init(_ size: Double, most: Double, at place: String, _ given: String) throws {
    guard size >= Self.least else {
      throw SentenceError(
        "\(place): \(given) would be \(Int(12 * size)) points high on the slide; 14 are the least, so show less of it"
      )
    }
    self.size = min(size, most)
  }

  /// That of code or printed lines, in a monospaced font.
  static func ofLines(_ text: String, at place: String) throws -> TypeSize {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let longest = max(1, lines.map(\.count).max() ?? 1)
    return try TypeSize(
      min((width - 5) / (0.61 * Double(longest)), height / (1.5 * Double(lines.count))), most: 2.4,
      at: place, "\(lines.count) lines of up to \(longest) characters")
  }

  /// That of a table.
  static func ofTable(_ table: PrintedTable, at place: String) throws -> TypeSize {
    let longest = table.header.indices.map { column in
      (table.rows + [table.header]).map { $0[column].count }.max() ?? 0
    }
    let across = Double(longest.reduce(0, +)) * 0.52 + 2.2 * Double(longest.count - 1)
    let down = 2 * Double(table.rows.count + 1)
    return try TypeSize(
      min(width / across, height / down), most: 1.9, at: place,
      "a table of \(table.rows.count) rows and \(longest.count) columns")
  }
}
