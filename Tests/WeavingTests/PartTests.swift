import Foundation
import Sentences
import TestSupport
import Testing

@testable import Weaving

/// A part of a chapter stands on the page where `main.swift` calls it.
@Suite struct PartTests {
  private static let main = """
    // # A title

    import Notebook

    // ## Norms
    //
    // part: Parts/Norms.swift

    norms(
      of: f("("), &checks)

    // ## More

    show(a)

    """

  private static let part = """
    import Notebook

    /// What a norm computes.
    func norms(
      of x: Int, then: () -> Void = { show(0) }, _ checks: inout Checks
    ) {
      let begin = 1

      // A norm has `{` a mean.
      //
      //     x − μ

      func mean() -> Int {

        // This is the code's.

        3
      }
      // So is this.
      show(\"\"\"
        two
          lines
        \"\"\")

      // ### Momentum

      show(mean())
    }

    """

  private static func source(_ main: String = main, _ part: String = part) throws -> ChapterSource {
    try ChapterSource(main, parts: ["Parts/Norms.swift": part])
  }

  @Test func theCellsOfTheBodyFollowTheCall() throws {
    let cells = try Self.source().cells
    #expect(
      cells.map(\.prose) == [
        "# A title", "## Norms", "", "A norm has `{` a mean.\n\n    x − μ", "### Momentum",
        "## More",
      ])
    #expect(cells.map(\.isCall) == [false, true, false, false, false, false])
    #expect(cells[2].code == "let begin = 1" && cells[4].code == "show(mean())")
    #expect(cells[3].code.hasPrefix("func mean() -> Int {\n\n  // This"))
    #expect(cells[3].code.hasSuffix("show(\"\"\"\n  two\n    lines\n  \"\"\")"))
    #expect(cells.map(\.line) == [3, 9, 7, 13, 27, 14])
    #expect(cells.map(\.path.count) == [10, 10, 17, 17, 17, 10])
  }

  @Test func thePageShowsTheBodyAndNotTheCall() throws {
    let printed = Printed(
      "\u{1E}cell\t1\n\u{1E}cell\t2\n\u{1E}cell\t4\n3\n\u{1E}cell\t5\n8\n", figures: "")
    let page = Page(try Self.source(), printed) { _ in "" }
    #expect(page.blocks.count == 12)
    #expect(
      page.blocks.prefix(5) == [
        .prose("# A title"), .code("import Notebook"), .prose("## Norms"), .code("let begin = 1"),
        .prose("A norm has `{` a mean.\n\n    x − μ"),
      ])
    #expect(
      page.blocks.suffix(4)
        == [
          .code("show(mean())"), .output("3"), .prose("## More"), .code("show(a)"), .output("8"),
        ].suffix(4))
    #expect(Page(markdown: page.markdown) == page)
    let direct = try Self.source(Self.main, Self.part.replacing("  let begin = 1\n\n", with: "\n"))
    let merged = Page(direct) { _ in "" }
    #expect(merged.blocks[2] == .prose("## Norms\n\nA norm has `{` a mean.\n\n    x − μ"))
    #expect(Page(markdown: merged.markdown) == merged)
  }

  @Test func theMarkedCopiesKeepTheirLinesAndCountTheCellsTogether() throws {
    let marked = try Self.source().marked
    let main = marked["main.swift"]!.split(separator: "\n", omittingEmptySubsequences: false)
    let part = marked["Parts/Norms.swift"]!.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(main[7] == "Woven.cell(1)" && main[12] == "Woven.cell(5)")
    #expect(part[6] == "Woven.cell(2);   let begin = 1" && part[11] == "Woven.cell(3)")
    #expect(part[25] == "Woven.cell(4)")
    #expect(main.count == Self.main.count { $0 == "\n" } + 1)
    #expect(part.count == Self.part.count { $0 == "\n" } + 1)
  }

  @Test(arguments: [
    ("norms(", "let a = norms(", "main.swift:9: the cell is `let a = norms("),
    ("&checks)", "&checks)\nshow(1)", "main.swift:9: the cell is `norms("),
    ("Norms.swift", "None.swift", "main.swift:9: the part Parts/None.swift is not among"),
    ("swift\n\nnorms", "swift\n//\n// Words.\n\nnorms", "main.swift:11: prose stands between"),
    (
      "// ## More", "// part: Parts/Norms.swift\n\nnorms(1, &checks)\n\n// ## More",
      "main.swift:14: the part Parts/Norms.swift is called twice"
    ),
    (
      "// part: Parts/Norms.swift", "// Words.",
      "Parts/Norms.swift: no cell of main.swift calls this part"
    ),
  ])
  func aCallThatDoesNotFitGetsFileAndLine(what: String, with: String, sentence: String) {
    let error = #expect(throws: SentenceError.self) {
      try Self.source(Self.main.replacing(what, with: with))
    }
    #expect(error?.description.hasPrefix(sentence) == true, "\(error?.description ?? "")")
  }

  @Test(arguments: [
    (
      "import Notebook", "import Layers",
      "Parts/Norms.swift:1: a part begins with `import Notebook`"
    ),
    ("/// What", "let one = 1\n/// What", "Parts/Norms.swift:3: a part holds imports"),
    ("/// What", "struct S { func f() {} }\n/// What", "Parts/Norms.swift:3: a part holds"),
    (
      "show(mean())\n}", "show(mean())\n}\n\nfunc more() {\n}", "Parts/Norms.swift:30: a part holds"
    ),
    ("func norms", "let norms", "Parts/Norms.swift:1: this part has no function"),
    (
      "// ### Momentum", "// part: Parts/A.swift", "Parts/Norms.swift:27: a part cannot hold a part"
    ),
  ])
  func aPartThatHoldsSomethingElseGetsFileAndLine(what: String, with: String, sentence: String) {
    let error = #expect(throws: SentenceError.self) {
      try Self.source(Self.main, Self.part.replacing(what, with: with))
    }
    #expect(error?.description.hasPrefix(sentence) == true, "\(error?.description ?? "")")
  }

  @Test func aChangeOfAPartMakesAPageStale() throws {
    let page = Page(try Self.source()) { _ in "" }
    let other = Page(
      try Self.source(Self.main, Self.part.replacing("begin = 1", with: "begin = 2"))
    ) {
      _ in ""
    }
    #expect(!page.isWritten(like: other))
  }
}
