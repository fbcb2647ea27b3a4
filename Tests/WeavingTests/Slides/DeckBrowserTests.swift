import Foundation
import TestSupport
import Testing

@testable import Weaving

/// All decks in a real browser: every build shows something, no type is below 14 points on a slide of 13.33 × 7.5
/// inches, nothing sticks out, and printed there is a page for each slide.
@Suite(.enabled(if: Chromium.file != nil, "Chromium is not installed"))
struct DeckBrowserTests {
  private struct Result: Decodable {
    let found: [String]
    let slides: [Int]
  }

  @Test func everySlideIsLegibleAndWhole() throws {
    let decks = try repository.chapters().map { "chapter\($0)-slides.html" }
    let book = try BookTests.book.get()
    let probe = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "DeckProbe.html"), encoding: .utf8)
    let list = decks.map { "\"\($0)\"" }.joined(separator: ", ")
    let page = book.appending(path: "probe-\(UUID()).html")
    try Data(probe.replacing("DECKS", with: "[\(list)]").utf8).write(to: page)
    defer { try? FileManager.default.removeItem(at: page) }

    let visit = try inTemporaryFolder { try Chromium.visit(page, profile: $0) }
    #expect(visit.console == [])
    let json = visit.page.components(separatedBy: "<pre id=\"result\">").last!.prefix { $0 != "<" }
    let plain = json.replacing("&gt;", with: ">").replacing("&lt;", with: "<")
      .replacing("&amp;", with: "&")
    let result = try JSONDecoder().decode(Result.self, from: Data(plain.utf8))
    #expect(result.found == [])
    let counts = try repository.chapters().map { try Deck(of: $0, in: repository).slides.count }
    #expect(result.slides == counts)
  }

  @Test(arguments: try repository.chapters())
  func printedThereIsAPageForEachSlide(number: Int) throws {
    let deck = try BookTests.book.get().appending(path: "chapter\(number)-slides.html")
    let pages = try inTemporaryFolder { folder in
      let file = folder.appending(path: "deck.pdf")
      try Chromium.print(deck, to: file, profile: folder)
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      return text.matches(of: #/\/Type\s*\/Page[^s]/#).count
    }
    #expect(pages == (try Deck(of: number, in: repository).slides.count))
  }
}
