import Sentences
import Testing

@testable import Weaving

/// Slides are comments that no page shows.
@Suite struct AnnotationTests {
  static let plain = """
    // # A title

    import Notebook

    // ## Sums

    let a = 1
    show(a)

    show(2)

    """

  static let annotated = """
    // # A title

    // slide(title): A title
    // say: Welcome.

    import Notebook

    // ## Sums

    // slide: One is
    //   one
    // show: code
    // say: Read it.

    let a = 1
    show(a)

    // slide: Two follows
    // show: printed 2
    // say: And now?

    show(2)

    // slide(end): What to remember
    // item: One.
    // say: Good-by.

    """

  @Test func thePageDoesNotHaveThem() throws {
    let page = Page(try ChapterSource(Self.annotated)) { _ in "" }
    #expect(page == Page(try ChapterSource(Self.plain)) { _ in "" })
    #expect(page.isWritten(like: Page(try ChapterSource(Self.plain)) { _ in "" }))
  }

  @Test func theMarkedCopyKeepsItsLines() throws {
    let marked = try #require(try ChapterSource(Self.annotated).marked["main.swift"])
    let lines = marked.split(separator: "\n", omittingEmptySubsequences: false)
    let before = Self.annotated.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == before.count)
    for (line, was) in zip(lines, before) where line != was {
      #expect(was.isEmpty && line.hasPrefix("Woven.cell("))
    }
  }

  @Test func eachHasItsClaimItsLinesAndTheCodeBelow() throws {
    let slides = try ChapterSource(Self.annotated).cells.flatMap(\.slides)
    #expect(slides.map(\.claim) == ["A title", "One is one", "Two follows", "What to remember"])
    #expect(slides.map(\.kind) == [.title, .claim, .claim, .end])
    #expect(slides.map(\.line) == [3, 10, 18, 24])
    #expect(slides.map(\.below).prefix(3) == ["import Notebook", "let a = 1\nshow(a)", "show(2)"])
    #expect(slides[1].texts("show") == ["code"] && slides[1].texts("say") == ["Read it."])
  }

  @Test func theyStandInPartsToo() throws {
    let main = "// # A\n\nimport Notebook\n\n// ## B\n//\n// part: Parts/B.swift\n\nb()\n"
    let part =
      "import Notebook\n\nfunc b() {\n  // Words.\n\n  // slide: One\n  // show: code\n\n  show(1)\n}\n"
    let source = try ChapterSource(main, parts: ["Parts/B.swift": part])
    let without = try ChapterSource(
      main,
      parts: ["Parts/B.swift": part.replacing("  // slide: One\n  // show: code\n\n", with: "")])
    #expect(Page(source) { _ in "" } == Page(without) { _ in "" })
    #expect(source.cells.flatMap(\.slides).map(\.place) == ["Parts/B.swift:6"])
    #expect(source.cells.last?.line == 9)
  }

  @Test func slidesBelowACallFollowThoseOfThePart() throws {
    let main =
      "// # A\n\nimport Notebook\n\n// part: P.swift\n\nb()\n\n// slide: Last\n// say: Yes.\n"
    let part = "import Notebook\n\nfunc b() {\n  // slide: First\n\n  show(1)\n}\n"
    let source = try ChapterSource(main, parts: ["P.swift": part])
    #expect(source.cells.flatMap(\.slides).map(\.claim) == ["First", "Last"])
  }

  @Test(arguments: [
    (
      "// slide: Two follows", "// slide(big): Two",
      "main.swift:18: `// slide(big): Two` begins no slide"
    ),
    ("// show: printed 2", "// shows: 2", "main.swift:19: `// shows: 2` is no line of a slide"),
    ("show(a)\n\n// slide", "show(a)\n// slide", "main.swift:17: a slide is a block of its own"),
    ("now?\n\n", "now?\n", "main.swift:18: a slide is a block of its own"),
    ("show(2)", "func f() {\n\n  // slide: Inside\n\n}", "main.swift:24: a slide is a block"),
    ("// ## Sums", "// ## Sums\n//\n// slide: In prose", "main.swift:10: a slide is a block"),
  ])
  func oneThatIsNotWrittenAsOneGetsFileAndLine(what: String, with: String, sentence: String) {
    let source = Self.annotated.replacing(what, with: with)
    let error = #expect(throws: SentenceError.self) { try ChapterSource(source) }
    #expect(error?.description.hasPrefix(sentence) == true, "\(error?.description ?? "")")
  }
}
