import Foundation

/// The exercises at the end of a chapter's page: its section of the book's page of all exercises.
extension Page {
  /// Ends with these exercises, and with no others.
  mutating func end(withExercises exercises: String?) {
    blocks.removeAll { block in
      if case .ending(let text, _) = block { text.hasPrefix(title) } else { false }
    }
    guard let exercises else { return }
    blocks.append(.ending(exercises, source: digest(Data(exercises.utf8))))
  }
}

private let title = "## Exercises\n"

extension Repository {
  /// What a chapter's page ends with; `nil` if there are no exercises about it.
  func exercises(of chapter: Int) throws -> String? {
    let path = "Chapters/Book/exercises.md"
    guard exists(path) else { return nil }
    let heading = "## Chapter \(chapter)\n"
    let advice =
      "`swift run exercises` shows the next one, and checks it: [all exercises](../Book/exercises.md)."
    return try sectionTexts(of: text(path)).first { $0.hasPrefix(heading) }.map { section in
      title + "\n\(advice)\n" + section.dropFirst(heading.count)
    }
  }
}
