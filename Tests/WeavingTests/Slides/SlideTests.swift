import Sentences
import Testing

@testable import Weaving

/// What a slide shows is found in what the chapter printed, or the deck stops with a sentence.
@Suite struct SlideTests {
  private static let page = """
    # A title

    ## Sums

    ```swift
    let y = relu(conv1(x))
    return relu(x + conv2(y))
    ```

    ```output
    parameters 41514
    two lines that are broken
    at the width 7
    ✓ the losses agree                             got 2.5e-08    expected ≤ 1e-06
    [1, 300] loss: 0.621
    ```

    <!-- printed -->

    | epoch | correct, here | a\\_b |
    | ---: | ---: | --- |
    | 1 | 9,743 of 10,000 | x |
    | 10 | 9,903 of 10,000 | 22.4 (19.1 to 24.3) |

    ## More

    ```output
    parameters 7
    ```

    <!-- printed -->

    | net | layers | error |
    | --- | ---: | ---: |
    | plain | 54 | -0.25 |
    | plain | 110 | 0.5 |

    """

  private static func slide(_ lines: String..., kind: String = "", section: String = "Sums") throws
    -> Slide
  {
    let block = ["// slide\(kind): A claim {count}"] + lines.map { "// " + $0 } + ["// say: Words."]
    let findings = Findings(Page(markdown: page), path: "P.md")
    return try SlideReader(
      annotation: Annotation(block, path: "main.swift", line: 1, below: "  let a = 1\n    b()"),
      section: section, findings: findings, figures: "Figures/Chapter9",
      exists: { ["Figures/Chapter9/a.svg", "Figures/Chapter9/b-slide.svg"].contains($0) }
    ).slide()
  }

  private static func shown(_ text: String, section: String = "Sums") throws -> Exhibit? {
    try slide("number: count = parameters …", "show: " + text, section: section).exhibit
  }

  @Test func numbersOfATableHaveGroupsOfThreeDigitsAndYearsHaveNot() {
    #expect(FoundNumber.shown("903168", in: "multiply-adds") == "903,168")
    #expect(FoundNumber.shown("2016", in: "year") == "2016")
    #expect(FoundNumber.shown("56 % faster", in: "after") == "56 % faster")
  }

  @Test(arguments: [
    ("parameters …", "41,514"), ("losses agree got …", "2.5\u{A0}×\u{A0}10⁻⁸"),
    ("[1, *] loss: …", "0.621"), ("that are broken at the width …", "7"),
    ("10 | correct, here", "9,903"), ("10 | a_b", "22.4"), ("plain + 110 | error", "0.5"),
    ("plain | error | first", "−0.25"), ("plain | error | last", "0.5"),
  ])
  func aNumberIsFoundByTheWordsAroundItOrByRowAndColumn(place: String, number: String) throws {
    let slide = try Self.slide("number: count = " + place, "show: code", section: "Sums")
    #expect(slide.claim == "A claim " + number)
  }

  @Test func aSlidesOwnSectionIsSearchedFirst() throws {
    let slide = try Self.slide("number: count = parameters …", "show: code", section: "More")
    #expect(slide.claim == "A claim 7")
  }

  @Test(arguments: [
    ("41514", "", "41,514"), ("9,903", "", "9,903"), ("7173000", "", "7.2 million"),
    ("0.9903", "1%", "99.0\u{A0}%"), ("0.808", "%", "80.8\u{A0}%"), ("3.162", "2", "3.16"),
    ("-2", "", "−2"), ("1.37e-24", "", "1.37\u{A0}×\u{A0}10⁻²⁴"),
    ("3.12e+06", "", "3.12\u{A0}×\u{A0}10⁶"),
    ("1234.5", "", "1,234.5"), ("5", "x", nil),
  ])
  func aNumberIsShownAsItIsWritten(printed: String, format: String, text: String?) {
    #expect(FoundNumber(printed: printed).text(format) == text)
  }

  @Test func exhibitsAreFound() throws {
    #expect(try Self.shown("code") == .code("let a = 1\n  b()"))
    #expect(
      try Self.shown("code let y … return relu")
        == .code("let y = relu(conv1(x))\nreturn relu(x + conv2(y))"))
    #expect(
      try Self.shown("printed parameters … two lines")
        == .printed(["parameters 41514", "two lines that are broken"]))
    #expect(
      try Self.shown("printed two lines that are broken at the")
        == .printed(["two lines that are broken\nat the width 7"]))
    #expect(try Self.shown("figure a") == .figure(path: "Figures/Chapter9/a.svg", phone: nil))
    #expect(try Self.shown("figure b") == .figure(path: "Figures/Chapter9/b-slide.svg", phone: nil))
    #expect(try Self.shown("formula x + F … {count}^2") == .formula(["x + F", "41,514^2"]))
    #expect(
      try Self.shown("number count = in all")
        == .numbers([.init(text: "41,514", caption: "in all")]))
    let table = PrintedTable(header: ["net", "error"], rows: [["plain", "0.5"]])
    let slide = try Self.slide(
      "number: count = parameters …", "show: table net | error", "rows: plain + 110",
      section: "More")
    #expect(slide.exhibit == .table(table))
  }

  @Test(arguments: [
    (
      "number: count = weights …",
      "main.swift:2: no printed line with the words \"weights …\" is on the page P.md"
    ),
    ("number: count = weights", "main.swift:2: \"weights\" has no … in the place of the number"),
    (
      "number: count = 11 | correct, here",
      "main.swift:2: no printed table with row and column \"11 | correct, here\""
    ),
    (
      "number: count = plain | error",
      "main.swift:2: \"plain | error\" is -0.25 and 0.5 on the page P.md"
    ),
    ("number: count = 1 | a_b", "main.swift:2: the cell \"1 | a_b\" has no number; it is \"x\""),
    (
      "number: other = parameters …",
      "main.swift:1: no line `number: count = …` of the slide says where {count} is printed"
    ),
    ("number: parameters …", "main.swift:2: `number: parameters …`; it is written"),
  ])
  func aNumberThatIsNotPrintedStopsTheDeck(line: String, sentence: String) {
    let error = #expect(throws: SentenceError.self) { try Self.slide(line, "show: code") }
    #expect(error?.description.hasPrefix(sentence) == true, "\(error?.description ?? "")")
  }

  @Test(arguments: [
    ("figure c", "there is no figure Figures/Chapter9/c.svg"),
    ("wave 1", "`show: wave`; a slide shows"),
    ("code let z", "no line of code with the words \"let z\" is on the page P.md"),
    (
      "code let y … let z",
      "no line of code, in or below that with the words \"let y\", with \"let z\""
    ),
    ("printed lines that", "no printed line that begins with \"lines that\" is on the page P.md"),
    ("table epoch | error", "no printed table with the columns \"epoch | error\""),
    ("number count", "`count`; it is written `NAME = what it is the number of`"),
    ("number count:x = x", "{count:x} has no such format"),
  ])
  func whatIsNotThereStopsTheDeck(text: String, sentence: String) {
    let error = #expect(throws: SentenceError.self) { try Self.shown(text) }
    #expect(
      error?.description.hasPrefix("main.swift:3: " + sentence) == true,
      "\(error?.description ?? "")")
  }

  @Test func aSlideShowsOneThingAndIsSpokenTo() throws {
    let number = "number: count = parameters …"
    #expect(throws: SentenceError.self) { try Self.slide(number) }
    #expect(throws: SentenceError.self) { try Self.slide(number, "show: code", "show: figure a") }
    #expect(try Self.slide(number, "item: One", kind: "(end)").items == ["One"])
    let silent = try Annotation(
      ["// slide: A claim", "// show: code"], path: "m", line: 4, below: "f()")
    let reader = SlideReader(
      annotation: silent, section: "", findings: Findings(Page([]), path: "P.md"), figures: "",
      exists: { _ in true })
    #expect(throws: SentenceError("m:4: the speaker needs a line `say:`")) { try reader.slide() }
  }

  @Test func typeThatWouldBeTooSmallStopsTheDeck() throws {
    #expect(try TypeSize.ofLines("short", at: "m:1").size == 2.4)
    #expect(throws: SentenceError.self) {
      try TypeSize.ofLines(String(repeating: "x", count: 120), at: "m:1")
    }
    #expect(throws: SentenceError.self) {
      try TypeSize.ofTable(PrintedTable(header: ["a"], rows: (0..<20).map { ["\($0)"] }), at: "m:1")
    }
  }
}
