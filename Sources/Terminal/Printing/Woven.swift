import Foundation

/// Records for `weave` among the lines a chapter prints: where a cell begins, a figure, a table, its end.
///
/// A record is a line of its own that begins with the control character RS, which no chapter prints.
/// `weave` runs a marked copy of a chapter, which calls `cell` before each cell.
public enum Woven {
  /// Whether this program was started by `swift run weave`.
  package static let isOn = ProcessInfo.processInfo.environment["WOVEN_CHAPTERS"] != nil

  /// Marks what is printed from here on as the output of cell `number`.
  public static func cell(_ number: Int) {
    if isOn { record("cell", "\(number)") }
  }

  package static func figure(_ file: String, title: String, caption: String) {
    record("figure", file, title, caption)
  }

  package static func table(_ markdown: String) { block("table", markdown) }

  /// The sections that end a chapter.
  package static func ending(_ markdown: String) { block("ending", markdown) }

  private static func block(_ kind: String, _ markdown: String) {
    record(kind)
    printLines(markdown)
    record("end")
  }

  private static func record(_ fields: String...) {
    printLines("\u{1E}" + fields.joined(separator: "\t"))
  }
}
