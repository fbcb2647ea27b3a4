import Foundation

/// The end of a chapter on its page: what its `Ending.swift` says, and its exercises, each with a digest.
extension Page {
  /// Notes which file the end came from, so that a change of it is noticed.
  mutating func signEnding(with file: Data?) {
    for case (let i, .ending(let text, _)) in blocks.enumerated() {
      blocks[i] = .ending(text, source: file.map(digest) ?? "")
    }
  }

  /// Adds the chapter's exercises, if it has some.
  mutating func add(exercises: String?) {
    guard let exercises else { return }
    blocks.append(.ending(exercises, source: digest(Data(exercises.utf8))))
  }

  /// Whether the end came from this file, and the exercises are these; a page without them from none.
  func isSigned(with file: Data?, exercises: String? = nil) -> Bool {
    let sources = blocks.compactMap { block in
      if case .ending(_, let source) = block { source } else { nil }
    }
    return sources == [file, exercises.map { Data($0.utf8) }].compactMap { $0.map(digest) }
  }
}

extension Repository {
  /// The file with the end of a chapter; `nil` if it has none.
  func ending(of chapter: Int) throws -> Data? {
    let path = "Chapters/Chapter\(chapter)/Ending.swift"
    return exists(path) ? try Data(contentsOf: file(path)) : nil
  }
}

extension Repository {
  /// The chapter's section on the book's page of exercises, under a heading of its own; `nil` if it has none.
  func exercises(of chapter: Int) throws -> String? {
    guard exists("Chapters/Book/exercises.md") else { return nil }
    let heading = "## Chapter \(chapter)\n"
    let section = try sectionTexts(of: text("Chapters/Book/exercises.md"))
      .first { $0.hasPrefix(heading) }
    return section.map { section in
      let advice =
        "`swift run exercises` shows the next one, and checks it: [exercises](../Book/exercises.md)."
      return "## Exercises\n\n\(advice)\n" + section.dropFirst(heading.count)
    }
  }
}

/// Markdown divided before each heading of a section.
func sectionTexts(of markdown: String) -> [String] {
  markdown.components(separatedBy: "\n## ").enumerated().map { i, text in
    (i == 0 ? text : "## " + text).trimmingNewlines
  }
}
