import Foundation

/// The end of a chapter on its page: what its `Ending.swift` says, and its exercises, each with a digest.
extension Page {
  /// Notes which file the end came from, so that a change of it is noticed.
  mutating func signEnding(with file: Data?) {
    for case (let i, .ending(let text, _)) in blocks.enumerated() {
      blocks[i] = .ending(text, source: file.map(digest) ?? "")
    }
  }

  /// Whether the end came from this file, and the exercises are these; a page without them from none.
  func isSigned(with file: Data?, exercises: String? = nil) -> Bool {
    let sources = blocks.compactMap { block in
      if case .ending(_, let source) = block { source } else { nil }
    }
    return sources == [file, exercises.map { Data($0.utf8) }].compactMap { $0.map(digest) }
  }
}

extension Page.Block {
  /// The sections of an ending, each with its figures; any other block is its only part.
  var parts: [Page.Block] {
    guard case .ending(let text, _) = self else { return [self] }
    return Page(markdown: text).blocks.flatMap { part in
      guard case .prose(let text) = part else { return [part] }
      return sectionTexts(of: text).map(Page.Block.prose)
    }
  }
}

extension Repository {
  /// The file with the end of a chapter; `nil` if it has none.
  func ending(of chapter: Int) throws -> Data? {
    let path = "Chapters/Chapter\(chapter)/Ending.swift"
    return exists(path) ? try Data(contentsOf: file(path)) : nil
  }
}

/// Markdown divided before each heading of a section.
func sectionTexts(of markdown: String) -> [String] {
  markdown.components(separatedBy: "\n## ").enumerated().map { i, text in
    (i == 0 ? text : "## " + text).trimmingNewlines
  }
}
