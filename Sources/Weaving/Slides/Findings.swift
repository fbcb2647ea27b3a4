import Foundation
import Sentences

/// What a chapter printed and shows on its page, section by section, to be found by the words of a slide.
///
/// A slide's own section is searched first, then the whole page.
struct Findings {
  private struct Section {
    let title: String
    var blocks: [Page.Block] = []
  }
  private var sections = [Section(title: "")]
  /// The page's file, for messages.
  let path: String

  init(_ page: Page, path: String) {
    self.path = path
    for block in page.blocks {
      sections[sections.count - 1].blocks.append(block)
      guard case .prose(let text) = block else { continue }
      for match in text.matches(of: #/^## (.+)$/#.anchorsMatchLineEndings()) {
        sections.append(Section(title: String(match.1)))
      }
    }
  }

  /// The titles of the sections.
  var titles: [String] { sections.map(\.title) }

  /// Applies a search to the blocks of a section; if it finds nothing there, to those of the whole page.
  private func first<T>(_ section: String, _ search: (Page.Block) -> [T]) -> [T] {
    let near = sections.filter { $0.title == section }.flatMap { $0.blocks.flatMap(search) }
    return near.isEmpty ? sections.flatMap { $0.blocks.flatMap(search) } : near
  }

  /// The printed texts that a pattern of words fits.
  func printed(_ words: Words, in section: String) -> [Words.Match] {
    first(section) { block in
      guard case .output(let text) = block else { return [] }
      return words.matches(in: text)
    }
  }

  /// The printed tables with these columns.
  func tables(_ columns: [String], in section: String) -> [PrintedTable] {
    first(section) { block in
      guard case .table(let text) = block, let table = PrintedTable(text),
        columns.allSatisfy(table.header.contains)
      else { return [] }
      return [table]
    }
  }

  /// The code on the page, and in the files that it quotes, that holds these words.
  func code(_ words: String, in section: String) -> [String] {
    first(section) { block in
      switch block {
      case .code(let text), .source(_, let text): text.contains(words) ? [text] : []
      case .prose, .output, .table, .figure, .ending, .lab: []
      }
    }
  }
}

/// A printed table, read back from the page's Markdown.
struct PrintedTable: Equatable {
  let header: [String]
  let rows: [[String]]

  init?(_ markdown: String) {
    let lines = markdown.split(separator: "\n").map { line in
      line.replacing("\\|", with: "\u{E000}").dropFirst().dropLast()
        .split(separator: "|", omittingEmptySubsequences: false)
        .map {
          $0.replacing("\u{E000}", with: "|").replacing("\\", with: "")
            .trimmingCharacters(in: .whitespaces)
        }
    }
    guard lines.count > 2 else { return nil }
    (header, rows) = (lines[0], Array(lines.dropFirst(2)))
  }

  init(header: [String], rows: [[String]]) { (self.header, self.rows) = (header, rows) }

  /// The rows that begin with these cells: `original + 110` are two.
  func rows(named name: String) -> [[String]] {
    let cells = pieces(name, " + ")
    return rows.filter { $0.starts(with: cells) }
  }

  /// These columns of the rows that begin so, in this order; all rows, if none are named.
  func part(_ columns: [String], rows names: [String]) -> PrintedTable {
    let places = columns.compactMap(header.firstIndex)
    let chosen = names.isEmpty ? rows : names.flatMap(rows(named:))
    return PrintedTable(
      header: columns,
      rows: chosen.map { row in places.map { row.indices.contains($0) ? row[$0] : "" } })
  }
}
