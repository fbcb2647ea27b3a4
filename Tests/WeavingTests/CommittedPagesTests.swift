import Foundation
import Testing

@testable import Weaving

/// Tests of the committed pages: up to date, with the figures they were woven with, working links and
/// formulas that GitHub renders.
@Suite struct CommittedPagesTests {
  static let pages = try! repository.files(in: "Chapters").filter { $0.hasSuffix(".md") }

  @Test(arguments: try repository.chapters())
  func proseAndCodeAreThoseOfTheSourceAndFiguresThoseOfThePage(number: Int) throws {
    let problem = try repository.staleness(number)
    #expect(problem == nil, "swift run weave --chapter \(number) weaves it again")
  }

  /// See https://github.com/github/markup/issues/1688.
  @Test(arguments: pages) func formulasUseNoCommandThatGitHubRejects(page: String) throws {
    let text = try repository.text(page)
    for word in ["\\operatorname", "\\mbox", "\\phantom", "\\def", "\\newcommand", "\\require"] {
      #expect(!text.contains(word), "\(page) has \(word)")
    }
  }

  @Test(arguments: pages) func everyLinkLeadsToAFile(page: String) throws {
    let folder = page.split(separator: "/").dropLast().joined(separator: "/")
    let links = Links(places: [:], folder: folder)
    let text = try repository.text(page)
    let targets =
      text.matches(of: #/\]\(([^)\s]+)\)/#).map { String($0.1) }
      + text.matches(of: #/(?:href|src)="([^"]+)"/#).map { String($0.1) }
    for target in targets where !target.contains(":") && !target.hasPrefix("#") {
      let path = links.resolved(String(target.prefix { $0 != "#" }))
      #expect(repository.exists(path), "\(page) leads to \(path)")
    }
  }

  @Test(arguments: try repository.chapters())
  func everyFigureOfAChapterIsOnItsPage(number: Int) throws {
    let text = try repository.text("Chapters/Chapter\(number)/README.md")
    let figures = try repository.files(in: "Figures/Chapter\(number)")
    #expect(!figures.isEmpty)
    for figure in figures {
      let shown = FigureVersion.original(of: figure) ?? figure
      #expect(text.contains("](../../\(shown))"), "\(figure) is on no page")
    }
  }

  @Test func everyPageOfTheBookIsListedAndThere() throws {
    let contents = Contents(try repository.text("Chapters/Book/contents.txt"))
    for item in contents.items { #expect(repository.exists(item.path), "\(item.path)") }
    #expect(Set(contents.items.map(\.path)) == Set(Self.pages))
  }
}
