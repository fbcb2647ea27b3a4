import Testing

@testable import Weaving

/// A chapter that has an end asks its questions at the end of a run and answers them for `--answers`.
@Suite struct ChapterEndTests {
  @Test(arguments: try repository.chapters())
  func anEndIsGivenToTheOptionsAndToTheChecks(number: Int) throws {
    let folder = "Chapters/Chapter\(number)"
    guard repository.exists("\(folder)/Ending.swift") else { return }
    let main = try repository.text("\(folder)/main.swift")
    #expect(main.contains("ChapterOptions.parse(about, ending)"))
    #expect(main.contains("checks.finish(about, ending)"))
  }
}
