import Foundation
import Testing

/// A file holds one idea and stays short; a chapter is read from top to bottom, as one page.
@Suite struct SizeTests {
  @Test(arguments: ["Sources", "Chapters"]) func noFileIsLong(folder: String) throws {
    for file in try files(in: folder) where isCode(file) {
      let most = folder == "Chapters" && file.hasSuffix("/main.swift") ? 300 : 150
      let count = try lines(of: file).count
      #expect(count <= most, "\(file) has \(count) lines")
    }
  }
}

private func isCode(_ file: String) -> Bool {
  [".swift", ".h", ".c"].contains { file.hasSuffix($0) }
}
