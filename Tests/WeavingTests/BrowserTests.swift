import Foundation
import TestSupport
import Testing

@testable import Weaving

/// The book in a real browser, at the width of a phone, in both themes, without a network.
@Suite(.enabled(if: Chromium.file != nil, "Chromium is not installed"))
struct BrowserTests {
  private struct Result: Decodable {
    let found, hits: [String]
  }

  @Test func everyPageFitsAPhoneAndIsReadableInBothThemes() throws {
    let book = try BookTests.book.get()
    let pages = try FileManager.default.contentsOfDirectory(atPath: book.path).sorted()
      .filter { $0.hasSuffix(".html") && $0 != "print.html" && !$0.hasSuffix("-slides.html") }
    let sources = ["index", "Sources.Autograd.Tape.swift", "Sources.ConeDNN.version3.h"]
    let probe = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "Probe.html"),
      encoding: .utf8)
    let list = (pages + sources.map { "source/\($0).html" }).map { "\"\($0)\"" }
    let page = book.appending(path: "probe-\(UUID()).html")
    try Data(probe.replacing("PAGES", with: "[\(list.joined(separator: ", "))]").utf8).write(
      to: page)
    defer { try? FileManager.default.removeItem(at: page) }

    let visit = try inTemporaryFolder { try Chromium.visit(page, profile: $0) }
    #expect(visit.console == [])
    let json = visit.page.components(separatedBy: "<pre id=\"result\">").last!.prefix { $0 != "<" }
    let result = try JSONDecoder().decode(
      Result.self, from: Data(json.replacing("&gt;", with: ">").replacing("&amp;", with: "&").utf8))
    #expect(result.found == [])
    #expect(!result.hits.isEmpty)
    #expect(result.hits.allSatisfy { $0.lowercased().contains("projection") })
  }
}
