import Foundation
import Testing

@testable import Weaving

/// Tests of the table of cells: every cell of the three notebooks is in it, with a link to where it is done again.
@Suite struct CellsTests {
  /// A row of the table: a cell, or a statement in the text between two cells.
  struct Row: Sendable, CustomTestStringConvertible {
    let notebook, cell: String
    /// The words and the target of each link.
    let links: [(label: String, target: String)]

    var testDescription: String { "\(notebook), \(cell)" }
  }

  /// The numbers of the notebooks in `Tests/Fixtures/cells.tsv`, by the headings of the page.
  private static let numbers = [
    "The MNIST notebook": "000", "The ResNet-18 notebook": "001",
    "The pre-activation notebook": "003",
  ]

  static let rows: [Row] = {
    let page = try! repository.text("Chapters/Book/cells.md")
    return page.components(separatedBy: "\n## ").dropFirst().flatMap { section -> [Row] in
      let lines = section.split(separator: "\n")
      return lines.compactMap { line in
        let columns = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        guard columns.count == 3, columns[0] != "cell", !columns[0].hasPrefix("-") else {
          return nil
        }
        let links = columns[2].matches(of: #/\[([^\]]+)\]\(([^)]+)\)/#)
        return Row(
          notebook: numbers[String(lines[0])] ?? "", cell: columns[0],
          links: links.map { (String($0.1), String($0.2)) })
      }
    }
  }()

  /// Notebook, cell, and for a cell the digest of its text, up to the next cell.
  private let index = Result {
    try repository.text("Tests/Fixtures/cells.tsv").split(separator: "\n")
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  @Test func everyCellHasARowInTheOrderOfTheNotebook() throws {
    let wanted = try index.get().map { "\($0[0]), \($0[1])" }
    #expect(Self.rows.map(\.testDescription) == wanted)
  }

  @Test(arguments: rows) func everyRowLeadsToASectionOrADeclaration(row: Row) throws {
    #expect(!row.links.isEmpty)
    for (label, target) in row.links {
      if target.hasSuffix(".swift") {
        let path = Links(places: [:], folder: "Chapters/Book").resolved(target)
        let name = label.filter { $0 != "`" }
        let text = try repository.text(path)
        #expect(
          text.contains(try Regex("(class|struct|enum|func) \(name)\\b")), "\(target): \(name)")
      } else {
        #expect(target.contains("#"), "\(target) is a page, not a section")
        let place = try BookSection.place(of: target)
        #expect(place != nil, "no section is \(target)")
        guard let place, let number = target.firstMatch(of: #/Chapter(\d)/#)?.1 else { continue }
        let heading = try BookSection.inOrder.get()[place].heading
        #expect(label == "\(number). \(heading)" || label == "chapter \(number)", "\(target)")
      }
    }
  }

  static let documents = repository.file("../shared/documents")

  /// The index is compared with the notebooks themselves, where they are.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: documents.path)))
  func theIndexHasTheCellsOfTheNotebooks() throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: Self.documents.path) {
      guard let number = name.prefixMatch(of: #/(\d+)_/#)?.1 else { continue }
      let text = try String(contentsOf: Self.documents.appending(path: name), encoding: .utf8)
      let starts = text.matches(of: #/^In \[(\d+)\]:$/#.anchorsMatchLineEndings())
      let cells = starts.enumerated().map { i, start in
        let end = i + 1 < starts.count ? starts[i + 1].range.lowerBound : text.endIndex
        let cell = text[start.range.lowerBound..<end].trimmingCharacters(
          in: .whitespacesAndNewlines)
        return "In [\(start.1)] " + digest(Data(cell.utf8))
      }
      let known = try index.get().filter { $0[0] == number && !$0[2].isEmpty }
        .map { "\($0[1].replacing(", again", with: "")) \($0[2])" }
      #expect(cells == known, "\(name)")
    }
  }
}
