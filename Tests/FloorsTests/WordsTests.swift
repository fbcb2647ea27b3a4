import Testing

/// Tests that the field's words stand where this project once had its own, in American spelling.
@Suite struct WordsTests {
  /// `document 001` and its like are the notebooks, which have names.
  private let avoided =
    #/blame|(?:^|[^b])road|wire|examination|dialect|trunk|document 00|colour|grey|behaviour|neighbour/#
    .ignoresCase()

  private static let exceptions: Set = ["Tests/FloorsTests/WordsTests.swift"]

  @Test(arguments: ["Sources", "Chapters", "Tests", "README.md", ".github", "Package.swift"])
  func theFieldsWordsAreUsed(place: String) throws {
    for file in try files(in: "")
    where file.hasPrefix(place) && isText(file) && !Self.exceptions.contains(file) {
      #expect(file.firstMatch(of: avoided) == nil, "\(file)")
      for (number, line) in try lines(of: file).enumerated() {
        let word = line.firstMatch(of: avoided)?.0
        #expect(word == nil, "\(file):\(number + 1) has \"\(word ?? "")\"")
      }
    }
  }

  /// Sources and prose; not the woven pages, which are made of both.
  private func isText(_ file: String) -> Bool {
    [".swift", ".h", ".c", ".py", ".md", ".css", ".js"].contains { file.hasSuffix($0) }
      && !(file.hasPrefix("Chapters/Chapter") && file.hasSuffix(".md"))
  }
}
