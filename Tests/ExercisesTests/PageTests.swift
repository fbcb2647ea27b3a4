import Testing

@testable import Exercising

/// The book's page of all exercises is made of the catalog.
@Suite struct PageTests {
  @Test func theBooksPageHasAllExercises() throws {
    let isSame = try workspace.original("Chapters/Book/exercises.md") == course.page
    #expect(isSame, "swift run exercises page > Chapters/Book/exercises.md makes it anew")
  }
}
