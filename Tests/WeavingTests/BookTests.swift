import Foundation
import Testing

@testable import Weaving

/// Tests of the book, which is made once, from the committed pages.
@Suite struct BookTests {
  static let book = Result {
    try Book(repository, .tested).write(to: ".build/book-tested").deletingLastPathComponent()
  }

  private static func files() throws -> [(name: String, text: String)] {
    let folder = try book.get()
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".html") || $0.hasSuffix(".css") || $0.hasSuffix(".js") }.sorted()
      .filter { !$0.hasPrefix("katex") }
      .map { ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8)) }
  }

  @Test func thereIsAPageForEachChapterAndEachFile() throws {
    let names = Set(try Self.files().map(\.name))
    #expect(names.isSuperset(of: ["index.html", "print.html", "source/index.html"]))
    for number in try repository.chapters() {
      #expect(names.isSuperset(of: ["chapter\(number).html", "chapter\(number)-slides.html"]))
    }
    #expect(names.contains("source/Sources.Autograd.Tape.swift.html"))
  }

  @Test func everyLinkLeadsToAPageAndEveryFragmentToAnAnchor() throws {
    let folder = try Self.book.get()
    let files = try Self.files().filter { $0.name.hasSuffix(".html") }
    let anchors = Dictionary(uniqueKeysWithValues: files.map { ($0.name, ids(in: $0.text)) })
    for (name, text) in files {
      let start = folder.appending(path: name).deletingLastPathComponent()
      for target in Set(targets(in: text)) where !target.contains(":") && !target.isEmpty {
        let parts = target.split(separator: "#", omittingEmptySubsequences: false)
        let file = parts[0].isEmpty ? folder.appending(path: name) : start.appending(path: parts[0])
        let path = file.standardized.path
        #expect(FileManager.default.fileExists(atPath: path), "\(name) leads to \(target)")
        guard parts.count > 1, path.hasPrefix(folder.path) else { continue }
        let page = String(path.dropFirst(folder.path.count + 1))
        #expect(anchors[page]?.contains(String(parts[1])) == true, "\(name) leads to \(target)")
      }
    }
  }

  @Test func noPageRequestsAnythingFromTheNetwork() throws {
    let katex = try KaTeX.inlined().map { [$0.script, $0.style] } ?? []
    for (name, text) in try Self.files() {
      // A regular expression would take seconds for KaTeX; what decks ask for, `DeckBrowserTests` sees.
      let text = katex.reduce(text) { $0.replacingOccurrences(of: $1, with: "") }
      let asked = text.matches(
        of:
          #/(?:src|data|action)="(?:https?:)?\/\/|<link[^>]*href="(?:https?:)?\/\/|url\(["']?(?:https?:)?\/\/|@import|\bfetch\(|XMLHttpRequest|WebSocket/#
      )
      #expect(asked.isEmpty, "\(name): \(asked.map { $0.0 })")
    }
  }

  @Test func aDeckIsOneFile() throws {
    for (name, text) in try Self.files() where name.hasSuffix("-slides.html") {
      #expect(!text.contains("<link") && !text.contains(" src=\""), "\(name)")
      #expect(text.components(separatedBy: "<section class=\"slide").count > 6, "\(name)")
    }
  }

  @Test func namesInCodeLinkToTheirDeclarations() throws {
    let chapter = try Self.files().first { $0.name == "chapter2.html" }!.text
    let block = "source/Chapters.Chapter2.Net.ResidualBlock.swift.html#L"
    #expect(chapter.contains(block))
    #expect(chapter.contains("source/Sources.Terminal.Printing.Table.swift.html#L"))
  }

  /// Not a regular expression, since that takes seconds for so much text.
  private func targets(in text: String) -> [String] {
    text.components(separatedBy: "href=\"").dropFirst().map { piece in
      String(piece.prefix { $0 != "\"" }).replacing("&amp;", with: "&")
    }
  }

  private func ids(in text: String) -> Set<String> {
    Set(text.components(separatedBy: " id=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) })
  }
}
