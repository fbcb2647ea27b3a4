import Files
import Datasets
import Foundation
import Sentences

/// What to call the classes: names if there are as many as classes, or else `class 207`.
struct ClassNames {
  private let names: [String]?

  /// - Parameters:
  ///   - file: a file with one name in each line, if the reader has one.
  ///   - known: names to be used otherwise, if they are as many as classes.
  /// - Throws: an error whose description names the file and says what does not fit.
  init(_ file: URL?, or known: [String]?, classes: Int) throws {
    let names = try file.map { try Self.lines(of: $0, count: classes) } ?? known
    self.names = names?.count == classes ? names?.map(harmless) : nil
  }

  private static func lines(of file: URL, count: Int) throws -> [String] {
    let bytes = try InputFile.bytes(of: file.path, limit: 1 << 24)
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    let names = lines.last == "" ? Array(lines.dropLast()) : lines
    guard names.count == count else {
      throw SentenceError(
        "\(file.path) has \(names.count) lines, but the net has \(count) classes; a line for each "
          + "was wanted")
    }
    return names
  }

  subscript(index: Int) -> String { names?[index] ?? "class \(index)" }
}

/// A name without what a terminal would obey.
private func harmless(_ name: String) -> String {
  String(
    String.UnicodeScalarView(
      name.unicodeScalars.filter { $0.properties.generalCategory != .control }))
}
