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

  @Test func aByteOrderMarkIsNoPartOfAName() throws {
    #expect(try names("\u{FEFF}cat\ndog\n", classes: 2) == ["cat", "dog"])
  }

  @Test func aFileThatIsNoTextInUTF8GetsASentence() throws {
    func sentence(_ text: String, _ encoding: String.Encoding) throws -> String {
      try inTemporaryFolder { folder in
        let file = folder.appending(path: "names.txt")
        try #require(text.data(using: encoding)).write(to: file)
        let error = #expect(throws: SentenceError.self) {
          try ClassNames(file, or: nil, classes: 2)
        }
        return error?.description.replacing(file.path, with: "FILE") ?? ""
      }
    }
    #expect(try sentence("Bär\nKatze\n", .utf16).hasPrefix("FILE is text in UTF-16; "))
    #expect(try sentence("Bär\nKatze\n", .isoLatin1).contains("perhaps Latin-1"))
    #expect(try sentence("<!DOCTYPE html>\n<html>", .utf8).hasPrefix("FILE is an HTML page; "))
    #expect(try sentence("Bär\u{1}", .isoLatin1).hasPrefix("FILE is no text; "))
  }

  @Test func namesOfAnotherNumberOfClassesAreNotUsed() throws {
    let names = try ClassNames(nil, or: ["cat", "dog"], classes: 3)
    #expect(names[1] == "class 1")
  }
}
