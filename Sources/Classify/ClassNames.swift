import Files
import Datasets
import Foundation
import Sentences

/// The names of the classes, or `class 207` where the number of names is not that of the classes.
struct ClassNames {
  private let names: [String]?

  /// - Parameters:
  ///   - file: a text file with a name in each line, if one was given.
  ///   - known: names to use otherwise, if there is one for each class.
  /// - Throws: an error whose description names the file and says what does not fit.
  init(_ file: URL?, or known: [String]?, classes: Int) throws {
    let names = try file.map { try Self.lines(of: $0, count: classes) } ?? known
    self.names = names?.count == classes ? names?.map(harmless) : nil
  }

  private static func lines(of file: URL, count: Int) throws -> [String] {
    let bytes = try InputFile.bytes(of: file.path, limit: 1 << 24)
    if let error = otherKind(file.path, bytes, for: .text) { throw error }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw SentenceError("\(file.path) is no text; a name in each line was wanted, in UTF-8")
    }
    // Programs for Windows put a byte order mark before the text.
    let lines = text.trimmingPrefix("\u{FEFF}").split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).map(String.init)
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

/// A name without control characters, which a terminal would interpret.
private func harmless(_ name: String) -> String {
  String(
    String.UnicodeScalarView(
      name.unicodeScalars.filter { $0.properties.generalCategory != .control }))
}
