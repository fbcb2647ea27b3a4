import Foundation
import Sentences
import TestSupport
import Testing

@testable import Classify

@Suite struct ClassNamesTests {
  private func names(_ text: String, classes: Int) throws -> [String] {
    try inTemporaryFolder { folder in
      let file = folder.appending(path: "names.txt")
      try Data(text.utf8).write(to: file)
      do {
        let names = try ClassNames(file, or: nil, classes: classes)
        return (0..<classes).map { names[$0] }
      } catch let error as SentenceError {
        throw SentenceError(error.description.replacing(file.path, with: "FILE"))
      }
    }
  }

  @Test(arguments: ["cat\ndog", "cat\ndog\n", "cat\r\ndog\r\n"])
  func aFileHasANameInEachLine(text: String) throws {
    #expect(try names(text, classes: 2) == ["cat", "dog"])
  }

  @Test func aNameCommandsNoTerminal() throws {
    #expect(try names("\u{1B}[31mcat\u{7}", classes: 1) == ["[31mcat"])
  }

  @Test func aFileOfOtherLengthGetsASentence() {
    let error = #expect(throws: SentenceError.self) { try names("cat\ndog\n", classes: 10) }
    #expect(
      error?.description
        == "FILE has 2 lines, but the net has 10 classes; a line for each was wanted")
  }

  @Test func namesOfAnotherNumberOfClassesAreNotUsed() throws {
    let names = try ClassNames(nil, or: ["cat", "dog"], classes: 3)
    #expect(names[1] == "class 1")
  }
}
