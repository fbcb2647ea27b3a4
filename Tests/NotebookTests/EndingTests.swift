import Foundation
import TestSupport
import Testing

@testable import Notebook

/// The end of a chapter: on its page with answers folded, in the terminal without them.
@Suite struct EndingTests {
  static let chapter = Chapter(
    2, "A block", abstract: "It adds.", next: "swift run chapter3 --quick goes on, with more",
    takes: "a minute", file: #filePath)

  static let ending = Ending(
    summary: ["A *sum* needs equal shapes.", "It passes `x` on.", "3 * 4 * 5 is 60."],
    questions: [
      Question("What is the first loss?", answer: "2.303, as **nothing** is known."),
      Question("Which is larger?", answer: "The first.\n\nBy half."),
      Question("And then?", answer: "Neither."),
    ],
    changes: [
      Change("In Net.swift, remove the sum.", outcome: "The loss stays at 2.3."),
      Change("Train twice.", outcome: "99 %."),
    ],
    reading: ["He et al. 2015, [*Deep residual learning*](https://arxiv.org/abs/1512.03385), 3.1"])

  @Test func theTerminalAsksAndDoesNotAnswer() {
    #expect(
      Self.ending.text(Self.chapter, .plainFile) == """

        In three sentences
        ------------------
        1. A sum needs equal shapes.
        2. It passes `x` on.
        3. 3 * 4 * 5 is 60.

        Predict, then run
        -----------------
        1. What is the first loss?
        2. Which is larger?
        3. And then?
           swift run chapter2 --answers tells what comes out.

        Two changes to make
        -------------------
        1. In Net.swift, remove the sum.
        2. Train twice.
           swift run chapter2 --answers tells what comes out.

        To read
        -------
        1. He et al. 2015, Deep residual learning, 3.1
        """)
  }

  @Test func itsLinesFitTheWindow() {
    for columns in [24, 40, 80] {
      for text in [
        Self.ending.text(Self.chapter, .grayWindow(columns)),
        Self.ending.answers(Self.chapter, .grayWindow(columns)),
      ] {
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= columns }, "\(columns)")
      }
    }
  }

  @Test func answersStandBelowTheirQuestions() {
    let text = Self.ending.answers(Self.chapter, .plainFile)
    #expect(text.hasPrefix("\nChapter 2. A block\n"))
    #expect(
      text.contains(
        """
        1. What is the first loss?
           2.303, as nothing is known.

        2. Which is larger?
           The first.

           By half.

        3. And then?
           Neither.
        """.replacing("first.\n\n", with: "first.\n   \n")))
    #expect(text.contains("1. In Net.swift, remove the sum.\n   The loss stays at 2.3."))
  }

  @Test func thePageFoldsTheAnswers() {
    let text = Self.ending.markdown(Self.chapter)
    #expect(text.hasPrefix("## In three sentences\n\n1. A *sum* needs equal shapes.\n2. It"))
    #expect(
      text.contains(
        """
        2. Which is larger?

           <details>
           <summary>Answer</summary>

           The first.

           By half.

           </details>

        3. And then?
        """))
    #expect(text.contains("- He et al. 2015, [*Deep residual learning*](https"))
    #expect(text.hasSuffix("## Next\n\n`swift run chapter3 --quick` goes on, with more."))
  }

  @Test func aWrongNumberOfQuestionsIsASentence() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Ending(
        summary: ["A.", "B.", "C."], questions: [Question("Why?", answer: "So.")], changes: [],
        reading: [])
    }
    #expect(
      result?.lastWords == "Ending: the number of questions is 1; a chapter ends with 3")
  }

  @Test func aFormulaIsRefusedSinceATerminalCannotShowIt() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Ending(
        summary: ["A.", "B.", "It is $x^2$."], questions: EndingTests.ending.questions,
        changes: EndingTests.ending.changes, reading: ["He"])
    }
    #expect(result?.lastWords?.hasPrefix("Ending: \"It is $x^2$.\" has a formula") == true)
  }

  @Test func answersAreOfferedWhereThereAreQuestions() throws {
    func answers(_ chapter: Chapter) throws -> Bool {
      try Chapter.$current.withValue(chapter) { try Command.parse(["--answers"]).options.answers }
    }
    var asking = Self.chapter
    asking.ending = Self.ending
    #expect(try answers(asking))
    let error = #expect(throws: (any Error).self) { try answers(Self.chapter) }
    let sentence = error.map { Command.message(for: $0) }
    #expect(sentence == "--answers is not for chapter2, which asks no questions")
  }

  @Test func theEndFollowsTheChecks() async throws {
    let result = await #expect(
      processExitsWith: .success, observing: [\.standardOutputContent]
    ) {
      Checks().finish(EndingTests.chapter, EndingTests.ending)
    }
    let text = String(decoding: try #require(result).standardOutputContent, as: UTF8.self)
    #expect(text.hasPrefix("checks: 0 passed, 0 failed\n\nIn three sentences\n"))
    #expect(text.contains("\n\nnext: swift run chapter3 --quick goes on, with more. Chapters/"))
  }
}
