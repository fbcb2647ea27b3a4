import Sentences

/// A slide as a block of comments in a chapter describes it: a claim, and what shows it.
///
///     // slide: A residual block adds its input to what it computes
///     // show: figure block
///     // say: First the branch, then the shortcut around it.
///
/// The block stands alone, between empty lines, outside of all braces but those of a part's function. No
/// page shows it. A line goes on in lines that are indented further.
package struct Annotation: Equatable, Sendable {
  enum Kind: String { case title, claim, end }

  /// One line of the block, `show: figure block`, with the lines that continue it.
  struct Field: Equatable {
    let key: String
    var text: String
    let line: Int
  }

  let kind: Kind
  let claim: String
  let fields: [Field]
  /// The file, from the top of the repository, and the line of the claim, counted from 1.
  let path: String
  let line: Int
  /// The code that stands below, up to an empty line.
  let below: String

  /// What each line may begin with.
  static let keys = ["show", "number", "rows", "mark", "note", "item", "next", "say"]

  var place: String { "\(path):\(line)" }

  func place(of field: Field) -> String { "\(path):\(field.line)" }

  /// The texts of the lines with a key.
  func texts(_ key: String) -> [String] { fields.filter { $0.key == key }.map(\.text) }

  /// Whether a line of source begins a block.
  static func begins(_ line: String) -> Bool {
    line.prefixMatch(of: #/\s*\/\/ ?slide *(\(\w*\))? *:/#) != nil
  }

  /// - Parameters:
  ///   - lines: the comments of the block, with their slashes.
  ///   - line: the number of the first one in its file.
  /// - Throws: `SentenceError` with file and line, if a line of the block is none of a slide.
  init(_ lines: [String], path: String, line: Int, below: String = "") throws {
    let head = lines[0].wholeMatch(of: #/\/\/ slide(?:\((\w+)\))?: (.+)/#)
    guard let head, let kind = Kind(rawValue: head.1.map(String.init) ?? "claim") else {
      throw SentenceError(
        "\(path):\(line): `\(lines[0])` begins no slide; `slide:`, `slide(title):` and `slide(end):` do, "
          + "with a claim behind them")
    }
    var claim = String(head.2)
    var fields: [Field] = []
    for (i, text) in lines.enumerated().dropFirst() {
      if let more = text.wholeMatch(of: #/\/\/ {2,}(.+)/#) {
        if fields.isEmpty {
          claim += " " + more.1
        } else {
          fields[fields.count - 1].text += " " + more.1
        }
      } else if let field = text.wholeMatch(of: #/\/\/ (\w+): (.+)/#),
        Self.keys.contains(String(field.1))
      {
        fields.append(Field(key: String(field.1), text: String(field.2), line: line + i))
      } else {
        throw SentenceError(
          "\(path):\(line + i): `\(text)` is no line of a slide; its lines begin with "
            + Self.keys.joined(separator: ":, ")
            + ":, and a line that continues another is indented")
      }
    }
    (self.kind, self.claim, self.fields) = (kind, claim, fields)
    (self.path, self.line, self.below) = (path, line, below)
  }
}
