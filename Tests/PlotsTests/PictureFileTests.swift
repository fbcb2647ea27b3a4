import Foundation
import Sentences
import TestSupport
import Testing

@testable import Plots

@Suite struct PictureFileTests {
  let picture = Picture(width: 10, height: 10, title: "a")

  @Test func writingReplacesTheFileAndLeavesNoTemporaryFile() throws {
    try inTemporaryFolder { folder in
      let file = folder.appendingPathComponent("a.svg")
      try Data("old".utf8).write(to: file)
      try picture.write(to: file)
      #expect(try String(contentsOf: file, encoding: .utf8) == picture.svg())
      #expect(try names(in: folder) == ["a.svg"])
    }
  }

  @Test func aMissingFolderIsAnError() throws {
    try inTemporaryFolder { folder in
      let file = folder.appendingPathComponent("none").appendingPathComponent("a.svg")
      let error = #expect(throws: SentenceError.self) { try picture.write(to: file) }
      #expect(
        error?.description.hasSuffix("none/a.svg cannot be written: No such file or directory")
          == true)
    }
  }

  @Test func aFolderInPlaceOfTheFileIsAnErrorAndKept() throws {
    try inTemporaryFolder { folder in
      let file = folder.appendingPathComponent("a.svg")
      try FileManager.default.createDirectory(at: file, withIntermediateDirectories: false)
      let error = #expect(throws: SentenceError.self) { try picture.write(to: file) }
      #expect(error?.description.hasSuffix("a.svg is a folder, but must be a file") == true)
      #expect(try names(in: folder) == ["a.svg"])
    }
  }

  @Test func aWebAddressIsNotAFile() throws {
    let address = try #require(URL(string: "https://example.org/a.svg"))
    #expect(throws: SentenceError.self) { try picture.write(to: address) }
  }

  private func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
  }
}
