import Foundation

@testable import Weaving

/// A section of the book, as its sources have it: a committed page may be older than its source.
struct BookSection {
  /// The Markdown file of its page, and the anchor of its heading.
  let path, anchor: String
  let heading: String
  /// Heading and text as a reader reads them, without code, formulas, and the title of the page.
  fileprivate(set) var prose: String
  /// All that is in it, with the files it quotes.
  fileprivate(set) var text: String

  /// All sections, in the order in which the pages are listed.
  static let inOrder = Result {
    try Contents(try repository.text("Chapters/Book/contents.txt")).items.flatMap {
      try sections(of: $0)
    }
  }

  /// The place of a section in this order, by a link from a page in `Chapters/Book`.
  static func place(of link: String) throws -> Int? {
    let parts = link.split(separator: "#").map(String.init)
    let path = Links(places: [:], folder: "Chapters/Book").resolved(parts[0])
    return try inOrder.get().firstIndex {
      $0.path == path && $0.anchor == (parts.count > 1 ? parts[1] : "")
    }
  }

  private static func sections(of item: Contents.Item) throws -> [BookSection] {
    var sections: [BookSection] = []
    for (line, isProse) in try item.lines {
      if isProse, let head = line.wholeMatch(of: #/(#+) (.*)/#) {
        let title = String(head.2).filter { !"`*".contains($0) }
        // A link without an anchor leads to the top of the page.
        let anchor = head.1 == "#" ? "" : Weaving.anchor(title)
        sections.append(
          BookSection(path: item.path, anchor: anchor, heading: title, prose: "", text: ""))
      }
      guard !sections.isEmpty else { continue }
      let last = sections.count - 1
      let quoted = try Quotation(line: line[...]).map { try repository.text($0.path) }
      sections[last].text += (quoted ?? line) + "\n"
      if isProse, quoted == nil, !line.hasPrefix("# ") { sections[last].prose += line + "\n" }
    }
    return sections.map { section in
      var section = section
      section.prose = spoken(section.prose)
      return section
    }
  }

  /// The words of Markdown, on one line.
  private static func spoken(_ markdown: String) -> String {
    markdown.replacing(
      #/\$\$(.|\n)*?\$\$|\$[^$\n]*\$|`[^`\n]*`|<!--(.|\n)*?-->|\]\([^)]*\)/#, with: " "
    )
    .replacing(#/[\s*|]+/#, with: " ")
  }
}

extension Contents.Item {
  /// The lines of the page's source, and whether each is prose.
  fileprivate var lines: [(line: String, isProse: Bool)] {
    get throws {
      guard let chapter else {
        var isCode = false
        return try repository.text(path).components(separatedBy: "\n").map { line in
          let isFence = line.hasPrefix("```")
          if isFence { isCode.toggle() }
          return (line, !isFence && !isCode && !line.hasPrefix("    "))
        }
      }
      let cells = try repository.source(of: chapter).cells.flatMap { cell in
        cell.prose.components(separatedBy: "\n").map { ($0, !$0.hasPrefix("    ")) }
          + (cell.isCall ? "" : cell.code).components(separatedBy: "\n").map { ($0, false) }
      }
      return try cells + ending(of: chapter)
    }
  }

  /// What the end of a chapter says, as a section of its own.
  private func ending(of chapter: Int) throws -> [(line: String, isProse: Bool)] {
    let path = "Chapters/Chapter\(chapter)/Ending.swift"
    guard repository.exists(path) else { return [] }
    let words = Lexer.tokens(try repository.text(path)).filter { $0.kind == .string }
    return [("## The end", true)] + words.map { ($0.text, true) }
  }
}
