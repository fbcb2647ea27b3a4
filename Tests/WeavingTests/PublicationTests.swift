import Foundation
import Sentences
import TestSupport
import Testing

@testable import Weaving

/// A page and its figures are replaced together or not at all, and a figure of another run is noticed.
@Suite struct PublicationTests {
  private let source = "// # Title\n\nshow(1)\n"

  /// Publishes a page with these figures in a small repository.
  private func publish(_ figures: [String: String], in root: URL) throws {
    let files = FileManager.default
    try files.createDirectory(
      at: root.appending(path: "Chapters/Chapter1"), withIntermediateDirectories: true)
    try Data(source.utf8).write(to: root.appending(path: "Chapters/Chapter1/main.swift"))
    let drawings = figures.mapValues { Data($0.utf8) }
    var page = try Page(ChapterSource(source)) { _ in "" }
    page.digests = FigureDigests(drawings)
    try Publication(repository: Repository(root: root), name: "Chapter1").publish(page, drawings)
  }

  private func names(_ root: URL) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: "Figures").path)
      .sorted()
  }

  private func figure(_ name: String, _ root: URL) -> URL {
    root.appending(path: "Figures/Chapter1/\(name)")
  }

  @Test func figuresThatAreNotOnThePageAreGone() throws {
    try inTemporaryFolder { root in
      try publish(["a.svg": "1", "b.svg": "2"], in: root)
      #expect(try Repository(root: root).staleness(1) == nil)
      try publish(["b.svg": "3", "c.svg": "4"], in: root)
      #expect(try names(root) == ["Chapter1", "Chapter1/b.svg", "Chapter1/c.svg"])
      #expect(try String(contentsOf: figure("b.svg", root), encoding: .utf8) == "3")
      #expect(try Repository(root: root).staleness(1) == nil)
    }
  }

  @Test func ifThePageCannotBeReplacedTheFiguresStay() throws {
    try inTemporaryFolder { root in
      try publish(["a.svg": "1"], in: root)
      let page = root.appending(path: "Chapters/Chapter1/README.md")
      try FileManager.default.removeItem(at: page)
      // A folder in the page's place.
      try FileManager.default.createDirectory(
        at: page.appending(path: "in"), withIntermediateDirectories: true)
      #expect(throws: SentenceError.self) { try publish(["b.svg": "2"], in: root) }
      #expect(try names(root) == ["Chapter1", "Chapter1/a.svg"])
    }
  }

  @Test func whatAKilledProgramLeftIsPutInOrder() throws {
    try inTemporaryFolder { root in
      try publish(["a.svg": "1"], in: root)
      let folder = root.appending(path: "Figures")
      try FileManager.default.moveItem(
        at: folder.appending(path: "Chapter1"), to: folder.appending(path: ".Chapter1.old"))
      #expect(
        try Repository(root: root).staleness(1) == "Figures/Chapter1/a.svg is missing")
      try publish(["a.svg": "2"], in: root)
      #expect(try names(root) == ["Chapter1", "Chapter1/a.svg"])
    }
  }

  @Test func aFigureOfAnotherRunIsNoticed() throws {
    try inTemporaryFolder { root in
      let repository = Repository(root: root)
      try publish(["a.svg": "1"], in: root)
      try Data("2".utf8).write(to: figure("a.svg", root))
      let other = "Figures/Chapter1/a.svg is not the figure that the page was woven with"
      #expect(try repository.staleness(1) == other)
      try Data("1".utf8).write(to: figure("a.svg", root))
      try Data("1".utf8).write(to: figure("drawn-a.svg", root))
      #expect(try repository.staleness(1) == "Figures/Chapter1/drawn-a.svg is on no page")
      try FileManager.default.removeItem(at: figure("drawn-a.svg", root))
      #expect(try repository.staleness(1) == nil)
      try FileManager.default.removeItem(at: figure("a.svg", root))
      #expect(try repository.staleness(1) == "Figures/Chapter1/a.svg is missing")
    }
  }

  @Test func aBookWithAFigureOfAnotherRunIsNotMade() throws {
    try inTemporaryFolder { root in
      try publish(["a.svg": "1"], in: root)
      try Data("2".utf8).write(to: figure("a.svg", root))
      let folder = root.appending(path: "Chapters/Book")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data("Chapter1\n".utf8).write(to: folder.appending(path: "contents.txt"))
      for name in ["Sources", "Tests/TestSupport"] {
        try FileManager.default.createDirectory(
          at: root.appending(path: name), withIntermediateDirectories: true)
      }
      let error = #expect(throws: SentenceError.self) {
        try Book(Repository(root: root), .missing("")).write()
      }
      #expect(error?.description.contains("swift run weave --chapter 1 weaves page and") == true)
    }
  }

  @Test func digestsAreReadBackFromAPage() {
    var page = Page([.prose("Words."), .output("1")])
    page.digests = FigureDigests(["a.svg": Data("1".utf8), "b.svg": Data()])
    #expect(Page(markdown: page.markdown) == page)
    #expect(page.markdown.hasSuffix("a.svg af63ac4c86019afc\nb.svg cbf29ce484222325\n-->\n"))
  }
}
