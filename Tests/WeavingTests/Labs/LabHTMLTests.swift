import Foundation
import TestSupport
import Testing

@testable import Weaving

/// The place of a lab in a page, with and without the engine.
@Suite struct LabHTMLTests {
  private let lab = Lab(name: "a", title: "A & B", picture: "What it shows")

  private func html(_ engine: PageEngine) throws -> String {
    let links = Links(places: [:], folder: "Chapters/Book")
    return try BlockHTML(
      code: ColoredCode(declarations: Declarations([])), links: links, engine: engine,
      unfolds: true,
      figure: { _ in Figure(file: "") }, still: { _ in Figure(file: "<svg id=\"still\"></svg>") }
    ).html(.lab(lab))
  }

  @Test func withoutThePackagesALabShowsItsStillPictureAndSaysWhatIsMissing() throws {
    let html = try html(.missing("wasi-libc is not installed: apt-get install -y wasi-libc"))
    #expect(html.contains("<svg id=\"still\"></svg>"))
    #expect(html.contains("does not run in this book: wasi-libc is not installed"))
    #expect(html.contains("A &amp; B"))
  }

  @Test func aPageWithoutTheEngineLoadsNoScriptOfLabs() throws {
    let body = try html(.missing("…"))
    for (engine, isThere) in [(PageEngine.missing("…"), false), (.built(script: ""), true)] {
      let page = Template([], engine).page(title: "a", body: body)
      #expect(page.contains("<script src=\"live/labs/a.js\">") == isThere)
      #expect(page.contains("<script src=\"live/module.js\">") == isThere)
      #expect(page.contains("live/live.css"))
    }
    // The page for printing has the still picture alone.
    let printed = Template([], .built(script: "")).page(title: "a", body: body, isPlain: true)
    #expect(!printed.contains("<script src=\"live"))
  }

  @Test(.enabled(if: PageEngine.tested.isBuilt, "no engine"))
  func theEngineAndAllLabsOfAPageHaveAtMost300KB() throws {
    let live = try BookTests.book.get().appending(path: "live")
    let sizes = try FileManager.default.subpathsOfDirectory(atPath: live.path)
      .filter { $0.hasSuffix(".js") || $0.hasSuffix(".css") }
      .filter { $0 != "chapter2-weights.js" }  // Loaded when a button is pressed.
      .map { try Data(contentsOf: live.appending(path: $0)).count }
    #expect(sizes.reduce(0, +) <= 300_000)
  }

  @Test(.enabled(if: PageEngine.tested.isBuilt, "no engine"))
  func theModuleHasAtMost130KBGzipped() throws {
    guard case .built(let script) = PageEngine.tested else { return }
    let text = try #require(script.firstMatch(of: #/"([A-Za-z0-9+\/=]+)"/#)).1
    #expect(try #require(Data(base64Encoded: String(text))).count <= 130_000)
  }
}
