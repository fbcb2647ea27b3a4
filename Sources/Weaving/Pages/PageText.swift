import Files
import Foundation
import Sentences

/// A page whose prose, quoted files or labs have changed, while the code that printed its output has not.
extension Page {
  /// The blocks of `current`, with the output that this page has below the same code; `nil` if the code is not the same,
  /// so that the chapter must run again.
  func renewed(from current: Page) -> Page? {
    var outputs: [[Block]] = []
    var isBelowCode = false
    for block in blocks {
      switch block {
      case .code:
        outputs.append([])
        isBelowCode = true
      case .output, .table, .figure:
        guard isBelowCode else { return nil }
        outputs[outputs.count - 1].append(block)
      case .prose, .source, .lab, .ending: isBelowCode = false
      }
    }
    guard blocks.compactMap(\.code) == current.blocks.compactMap(\.code) else { return nil }
    var waiting = outputs[...]
    var page = self
    page.blocks = current.blocks.flatMap { block in
      block.code == nil ? [block] : [block] + (waiting.popFirst() ?? [])
    }
    page.blocks += blocks.filter { if case .ending = $0 { true } else { false } }
    return page
  }
}

extension Page.Block {
  fileprivate var code: String? { if case .code(let text) = self { text } else { nil } }
}

extension Repository {
  /// Puts the current text and exercises onto a chapter's page, all else as it was last woven.
  ///
  /// - Throws: a sentence if its code has changed, too.
  package func renewText(of chapter: Int) throws {
    let path = "Chapters/Chapter\(chapter)/README.md"
    let woven = Page(markdown: try text(path))
    guard var page = woven.renewed(from: try Page(source(of: chapter)) { try text($0) }) else {
      throw SentenceError(
        "\(path): the code of the chapter has changed, too; swift run weave --chapter \(chapter) runs it"
      )
    }
    try page.end(withExercises: exercises(of: chapter))
    try replace(file(path), with: page.markdown.utf8)
  }
}
