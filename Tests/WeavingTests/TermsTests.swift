import Testing

@testable import Weaving

/// Tests that a reader who begins at the beginning meets no term before it is explained.
@Suite struct TermsTests {
  typealias Row = GlossaryTests.Row

  /// The glossary, which is not read from its beginning to its end, and the preface, which says that its words
  /// are explained on the next page.
  private static let unread: Set = ["glossary", "start"]

  /// One of the links leads to the section where a reader first meets the term, or to an earlier one.
  @Test(arguments: GlossaryTests.rows) func noTermIsUsedBeforeItIsExplained(row: Row) throws {
    let sections = try BookSection.inOrder.get()
    let used = sections.indices.filter { !Self.unread.contains(sections[$0].page) }
      .first { place in row.terms.contains { uses(sections[place].prose, $0) } }
    guard let used else { return }
    let explained = try row.targets.compactMap(BookSection.place).min() ?? .max
    let (first, link) = (sections[used], row.targets.joined(separator: ", "))
    #expect(
      explained <= used,
      "\(row.terms[0]) is used in \(first.path)#\(first.anchor), and explained in \(link)")
  }

  @Test func whatThePageForBeginnersExplainsIsInTheGlossary() throws {
    let page = try repository.text("Chapters/Book/net.md").replacing("\n", with: " ")
    let bold = page.matches(of: #/\*\*([^*]+)\*\*/#).map { String($0.1) }
    let known = GlossaryTests.rows.flatMap(\.terms)
    for word in bold {
      #expect(known.contains { uses(word, $0) }, "\(word) is not in the glossary")
    }
  }

  @Test func aTermIsFoundWithItsEndingsAndNotInsideOfAnother() {
    #expect(
      uses("All weights begin small", "weight")
        && uses("A fully-connected layer", "fully connected layer"))
    #expect(!uses("The unweighted mean", "weight") && !uses("a heading", "head"))
    #expect(uses("Batches of 64", "batch") && uses("derivatives are", "derivative"))
  }

  /// Whether a text has a term, in the singular or the plural, and not as the name of a notebook.
  private func uses(_ text: String, _ term: String) -> Bool {
    let text = text.replacing("pre-activation notebook", with: "notebook")
    let words = term.split { " -".contains($0) }.map { "\\Q\($0)\\E" }
    guard let pattern = try? Regex("\\b" + words.joined(separator: "[ -]") + "(?:s|es)?\\b") else {
      return false
    }
    return text.firstMatch(of: pattern.ignoresCase()) != nil
  }
}

extension BookSection {
  fileprivate var page: String { String(path.split(separator: "/").last!.dropLast(3)) }
}
