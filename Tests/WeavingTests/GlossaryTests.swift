import Foundation
import Testing

@testable import Weaving

/// Tests of the glossary: complete, in both languages, each term linked to a section that contains it.
@Suite struct GlossaryTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let terms: [String]
    let chinese, meaning: String
    /// Where it is explained: the words of each link, and where it leads.
    let links: [(label: String, target: String)]

    var targets: [String] { links.map(\.target) }

    init?(_ line: Substring) {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 4, cells[3].wholeMatch(of: #/\[.+\]\(.+\)/#) != nil else { return nil }
      terms = cells[0].components(separatedBy: ", ")
      (chinese, meaning) = (cells[1], cells[2])
      links = cells[3].matches(of: #/\[([^\]]+)\]\(([^)]+)\)/#).map {
        (String($0.1), String($0.2))
      }
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

  /// Its words are the heading of the section, behind the number of the chapter if it is in one.
  @Test(arguments: rows) func everyLinkLeadsToASectionThatHasTheTerm(row: Row) throws {
    for (label, target) in row.links {
      let place = try #require(try BookSection.place(of: target), "no section is \(target)")
      let section = try BookSection.inOrder.get()[place]
      let chapter = section.path.firstMatch(of: #/Chapter(\d)/#).map { "\($0.1). " } ?? ""
      #expect(label == chapter + section.heading)
      #expect(row.terms.contains { mentions($0, section.text) }, "\(target): \(row.terms)")
    }
  }

  /// Whether a text contains the words of a term, in whatever order and with whatever endings.
  private func mentions(_ term: String, _ text: String) -> Bool {
    let text = text.lowercased()
    return term.lowercased().split { " -".contains($0) }.allSatisfy { word in
      text.contains(word.count < 7 ? word : word.dropLast(3)) || word == "a"
    }
  }
}
