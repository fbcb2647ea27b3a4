import Foundation
import Testing

/// Files that may be longer, and why.
private let exceptions = [
  "Chapters/Chapter1/main.swift": "a chapter is read from top to bottom, as one page",
  "Chapters/Chapter2/main.swift": "a chapter is read from top to bottom, as one page",
]

@Suite struct SizeTests {
  @Test(arguments: ["Sources", "Chapters"]) func aFileHasAtMost150Lines(folder: String) throws {
    for file in try files(in: folder) where isCode(file) && exceptions[file] == nil {
      let count = try lines(of: file).count
      #expect(count <= 150, "\(file) has \(count) lines")
    }
  }

  @Test func noExceptionIsOutOfDate() throws {
    for (file, reason) in exceptions {
      #expect(try lines(of: file).count > 150, "\(file) is no exception any more (\(reason))")
    }
  }
}

private func isCode(_ file: String) -> Bool {
  [".swift", ".h", ".c"].contains { file.hasSuffix($0) }
}
