import Foundation
import Testing

@testable import Weaving

/// Tests of the glossary: complete, in both languages, each term linked to a section that contains it.
@Suite struct GlossaryTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let terms: [String]
    let chinese, meaning, label, target: String

    init?(_ line: Substring) {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 4, let link = cells[3].wholeMatch(of: #/\[(.+)\]\((.+)\)/#) else {
        return nil
      }
      terms = cells[0].components(separatedBy: ", ")
      (chinese, meaning) = (cells[1], cells[2])
      (label, target) = (String(link.1), String(link.2))
    }

    var testDescription: String { terms.joined(separator: ", ") }
  }

  static let lines = try! repository.text("Chapters/Book/glossary.md").split(separator: "\n")
    .filter { $0.hasPrefix("|") }.dropFirst(2)
  static let rows = lines.compactMap(Row.init)

  @Test func everyRowHasATermItsChineseAMeaningAndALink() {
    #expect(Self.rows.count == Self.lines.count)
    for row in Self.rows {
      #expect(!row.meaning.isEmpty, "\(row.terms)")
      #expect(row.chinese.contains { ("\u{4E00}"..."\u{9FFF}").contains($0) }, "\(row.terms)")
    }
    let terms = Self.rows.map(\.terms[0])
    #expect(terms == terms.sorted { $0.lowercased() < $1.lowercased() })
  }

  @Test func theTermsThatReadersMustKnowAreThere() {
    let required: Set = [
      "shortcut", "skip connection", "branch", "main path", "vector-Jacobian product",
      "backward function", "requires a gradient", "training mode", "evaluation mode",
      "gradient norm", "stem", "stage", "block", "head", "exponential moving average",
      "unbiased variance", "bias correction", "saturation", "scratchpad", "Winograd domain",
      "input transform", "output transform", "implementation variants", "residual block",
      "batch normalization", "degradation", "vanishing gradient",
    ]
    #expect(required.subtracting(Self.rows.flatMap(\.terms)) == [])
  }

  /// A link to a page ends with the anchor of a section; one to a paper names the section.
  @Test(arguments: rows) func everyLinkLeadsToASectionThatHasTheTerm(row: Row) throws {
    if row.target.hasPrefix("https://arxiv.org/abs/") {
      return #expect(row.label.contains(#/(section|algorithm|figure|table) \d/#), "\(row.label)")
    }
    let parts = row.target.split(separator: "#")
    let path = Links(places: [:], folder: "Chapters/Book").resolved(String(parts[0]))
    try #require(parts.count == 2 && repository.exists(path), "\(row.target)")
    let text = try section(String(parts[1]), of: path)
    try #require(text != nil, "\(path) has no section #\(parts[1])")
    #expect(row.terms.contains { mentions($0, text!) }, "\(row.target) has none of \(row.terms)")
  }

  /// The text of a section, with the files it quotes; `nil` if no heading has the anchor.
  private func section(_ wanted: String, of path: String) throws -> String? {
    // The committed page of a chapter may be older than its source.
    let source = path.replacing("README.md", with: "main.swift")
    let prose =
      source == path
      ? try repository.text(path)
      : ChapterSource(try repository.text(source)).cells.map { "\($0.prose)\n\($0.code)" }
        .joined(separator: "\n")
    let lines = prose.split(separator: "\n", omittingEmptySubsequences: false)
    let isHeading = { (line: Substring) in line.prefixMatch(of: #/#+ /#) != nil }
    guard
      let start = lines.firstIndex(where: { line in
        isHeading(line) && anchor(plain(line.drop { "# ".contains($0) })) == wanted
      })
    else { return nil }
    let body = lines[(start + 1)...].prefix { !isHeading($0) }
    let quoted = try body.compactMap(Quotation.init).map { try repository.text($0.path) }
    return ([String(lines[start])] + body.map(String.init) + quoted).joined(separator: "\n")
  }

  /// Whether a text contains the words of a term, in whatever order and with whatever endings.
  private func mentions(_ term: String, _ text: String) -> Bool {
    let text = text.lowercased()
    return term.lowercased().split { " -".contains($0) }.allSatisfy { word in
      text.contains(word.count < 7 ? word : word.dropLast(3)) || word == "a"
    }
  }
}
