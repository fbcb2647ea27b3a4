import Foundation
import Testing

@testable import Weaving

/// A chapter's page ends with its section of the book's page of exercises.
@Suite struct PageExercisesTests {
  @Test(arguments: try repository.chapters()) func aChapterHasAHeadingAndItsExercises(number: Int)
    throws
  {
    let text = try #require(try repository.exercises(of: number))
    #expect(text.hasPrefix("## Exercises\n\n`swift run exercises`"))
    #expect(text.contains("\n**\(number).1 "))
    #expect(!text.contains("\n**\(number + 1).1 "))
    #expect(text.contains(".svg)\n"))
  }

  @Test func theyAreAtTheEndOnceAndAreReadAgain() {
    var page = Page([.prose("# A chapter"), .ending("## Next", source: "1")])
    page.end(withExercises: "## Exercises\n\nold")
    page.end(withExercises: "## Exercises\n\nnew")
    #expect(page.blocks.count == 3)
    let read = Page(markdown: page.markdown)
    #expect(read == page)
    #expect(page.markdown.contains("new") && !page.markdown.contains("old"))
  }

  @Test func othersThanTheCurrentOnesMakeAPageStale() {
    let ending = Data("let ending".utf8)
    var page = Page([.ending("## Next")])
    page.signEnding(with: ending)
    #expect(page.isSigned(with: ending))
    page.end(withExercises: "## Exercises\n\nold")
    #expect(page.isSigned(with: ending, exercises: "## Exercises\n\nold"))
    #expect(!page.isSigned(with: ending, exercises: "## Exercises\n\nnew"))
    #expect(!page.isSigned(with: ending))
  }
}
