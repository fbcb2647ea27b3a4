import Foundation

/// What a chapter tells the weaver, between the lines it prints.
///
/// A record is a line of its own that begins with the control character RS, which no chapter prints.
/// The weaver's marked copy of a chapter calls `cell` before each cell; the chapter itself never does.
public enum Woven {
  /// Whether a page is being woven from this run: `swift run weave` says so.
  package static let isOn = ProcessInfo.processInfo.environment["WOVEN_CHAPTERS"] != nil

  /// Says that everything printed from here on belongs to cell `number`.
  public static func cell(_ number: Int) {
    if isOn { record("cell", "\(number)") }
  }

  package static func figure(_ file: String, title: String, caption: String) {
    record("figure", file, title, caption)
  }

  package static func table(_ markdown: String) {
    record("table")
    printLines(markdown)
    record("end")
  }

  private static func record(_ fields: String...) {
    printLines("\u{1E}" + fields.joined(separator: "\t"))
  }
}
