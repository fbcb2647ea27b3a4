import Testing

@testable import Weaving

@Suite struct ChapterSourceTests {
  private static let source = """
    // # A title
    //
    // Words.

    import Notebook

    // A comment of the code below it.
    let a = 1
    func f() {

      // Inside braces nothing is prose.

    }

    // ## More

    // A second paragraph.

    show(a)

    """

  @Test func proseStandsAloneAndCodeFollowsIt() throws {
    let cells = try ChapterSource(Self.source).cells
    #expect(cells.map(\.prose) == ["# A title\n\nWords.", "## More\n\nA second paragraph."])
    #expect(cells[0].code.hasPrefix("import Notebook\n\n// A comment"))
    #expect(cells[0].code.hasSuffix("prose.\n\n}"))
    #expect(cells[1].code == "show(a)")
    #expect(cells.map(\.line) == [5, 19])
  }

  @Test func theMarkedCopyKeepsEveryLineNumber() throws {
    let marked = try #require(try ChapterSource(Self.source).marked["main.swift"])
    let lines = marked.split(separator: "\n", omittingEmptySubsequences: false)
    let before = Self.source.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == before.count)
    for (line, was) in zip(lines, before) where line != was {
      #expect(was.isEmpty && line.hasPrefix("Woven.cell("))
    }
    #expect(lines[3] == "Woven.cell(0)" && lines[17] == "Woven.cell(1)")
  }

  @Test func codeOnTheFirstLineIsMarkedThere() throws {
    let marked = try ChapterSource("show(1)\n").marked
    #expect(marked == ["main.swift": "Woven.cell(0); show(1)\n"])
  }

  @Test(arguments: ["", "\n\n", "// only words", "// words\n\n"])
  func aSourceWithoutCodeHasNoCode(source: String) throws {
    let chapter = try ChapterSource(source)
    #expect(chapter.cells.filter { !$0.code.isEmpty } == [])
    #expect(chapter.marked == ["main.swift": source])
  }

  @Test(arguments: try repository.chapters())
  func noWordOfAChapterIsLost(number: Int) throws {
    let path = "Chapters/Chapter\(number)/main.swift"
    let text = try repository.text(path).split(separator: "\n")
      .filter { !$0.hasPrefix("// part: ") }.joined(separator: "\n")
    let cells = try repository.source(of: number).cells.filter { $0.path == path }
    #expect(cells.count > 5)
    func words(_ text: String) -> [Substring] {
      text.split { $0.isWhitespace || $0 == "/" }
    }
    #expect(words(cells.map { $0.prose + "\n" + $0.code }.joined(separator: "\n")) == words(text))
  }
}
