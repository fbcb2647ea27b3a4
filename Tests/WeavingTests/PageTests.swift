import Foundation
import Sentences
import Testing

@testable import Weaving

@Suite struct PageTests {
  private static let source = try! ChapterSource(
    """
    // # Title
    //
    // source: Net/Net.swift
    //
    // After it.

    show(1)

    // ## Next

    draw()
    """)

  private static let printed = """
    \u{1E}cell\t0
    1
    \u{1E}table
    | a | b |
    | --- | --- |
    | 1 | 2 |
    \u{1E}end
    and more
    \u{1E}cell\t1
    \u{1E}figure\tnet.svg\tThe net\tDrawn *as* it runs
    \u{1E}figure\tloss.svg\tThe loss\t
    \u{1E}ending
    ## In three sentences

    1. One.

    ## Next
    \u{1E}end

    """

  private static func page() -> Page {
    Page(source, Printed(printed, figures: "../../Figures/Chapter9")) { _ in "struct Net {}\n" }
  }

  @Test func outputStandsBelowItsCell() {
    #expect(
      Self.page().blocks == [
        .prose("# Title"), .source(path: "Net/Net.swift", text: "struct Net {}"),
        .prose("After it."), .code("show(1)"), .output("1"),
        .table("| a | b |\n| --- | --- |\n| 1 | 2 |"), .output("and more"),
        .prose("## Next"), .code("draw()"),
        .figure(
          path: "../../Figures/Chapter9/net.svg", title: "The net", caption: "Drawn *as* it runs"),
        .figure(path: "../../Figures/Chapter9/loss.svg", title: "The loss", caption: ""),
        .ending("## In three sentences\n\n1. One.\n\n## Next"),
      ])
  }

  @Test func writtenMarkdownIsParsedBack() {
    #expect(Page(markdown: Self.page().markdown) == Self.page())
  }

  @Test(arguments: try repository.chapters())
  func everyCommittedPageIsParsedAndWrittenUnchanged(number: Int) throws {
    let text = try repository.text("Chapters/Chapter\(number)/README.md")
    #expect(Page(markdown: text).markdown == text)
  }

  @Test func aChangeOfTheSourceMakesAPageStale() throws {
    let page = Self.page()
    let silent = Page(Self.source) { _ in "struct Net {}" }
    let otherFile = Page(Self.source) { _ in "struct Net { let a = 1 }" }
    let otherCode = try Page(ChapterSource("// # Title\n\nshow(2)\n")) { _ in "" }
    #expect(page.isWritten(like: silent))
    #expect(!page.isWritten(like: otherFile))
    #expect(!page.isWritten(like: otherCode))
  }

  @Test func anEndFromAnotherFileIsNoticed() {
    var page = Self.page()
    page.signEnding(with: Data("let ending = …".utf8))
    #expect(Page(markdown: page.markdown) == page)
    #expect(page.isSigned(with: Data("let ending = …".utf8)))
    #expect(!page.isSigned(with: Data("let ending = ….".utf8)) && !page.isSigned(with: nil))
    let endless = Page([.prose("Words.")])
    #expect(endless.isSigned(with: nil) && !endless.isSigned(with: Data()))
  }

  @Test func callsOfHeadingAreNotShown() {
    func shown(_ code: String) -> String { ChapterSource.Cell(code: code).shownCode }
    #expect(shown("heading(\"A\")\nlet a = 1\nshow(a)") == "let a = 1\nshow(a)")
    #expect(
      shown("let a = 1\n\nheading(\n  \"A (b\",\n  \"C.\")\n\nshow(a)") == "let a = 1\n\nshow(a)")
    #expect(shown("f()\nheading(\"A\", \"B.\")\n\ng()") == "f()\n\ng()")
    #expect(shown("heading(\"A\", \"B.\")") == "")
    let other = "subheading(1)\nlet x = heading(of: y)\n  heading(\"in braces\")"
    #expect(shown(other) == other)
  }

  @Test func aMissingQuotedFileIsNamed() {
    #expect(throws: SentenceError.self) {
      try Page(ChapterSource("// source: Sources/No.swift")) { try repository.text($0) }
    }
  }
}
