import Foundation
import Testing

@testable import Weaving

/// Tests of figures on a page: tall ones stand in pairs, and one that is left alone is centered.
@Suite struct FigureTests {
  private func row(heights: [Int]) throws -> [String] {
    let html = BlockHTML(
      code: ColoredCode(declarations: Declarations([])), links: Links(places: [:], folder: ""),
      unfolds: false
    ) { path in
      Figure(file: "<svg viewBox=\"0 0 100 \(path)\"></svg>")
    }
    let blocks = heights.map { Page.Block.figure(path: "\($0)", title: "a", caption: "") }
    return try html.rows(Page(blocks)).matches(of: #/class="(printed[^"]*)"/#).map { "\($0.1)" }
  }

  @Test(arguments: [
    ([300], ["printed"]), ([300, 300], ["printed beside", "printed beside"]),
    ([300, 300, 300], ["printed beside", "printed beside", "printed"]),
    ([50, 300], ["printed", "printed"]), ([300, 50, 300], ["printed", "printed", "printed"]),
  ])
  func onlyTwoTallFiguresShareARow(heights: [Int], classes: [String]) throws {
    #expect(try row(heights: heights) == classes)
  }

  @Test func aWholeSlideIsShownWithoutItsSentence() {
    let sentence =
      "<text x=\"24\" font-size=\"26\" font-weight=\"bold\">Two <tspan>blocks</tspan></text>"
    let file =
      "<svg viewBox=\"0.00 0.00 960.00 540.00\">\n\(sentence)<text font-size=\"14\">x</text></svg>\n"
    let figure = Figure(file: file)
    #expect(figure.isSlide)
    #expect(!figure.withoutClaim.contains("blocks") && figure.withoutClaim.contains(">x</text>"))
    #expect(!Figure(file: file.replacing("540", with: "541")).isSlide)
  }

  @Test func versionsAreNamedByTheirPurpose() {
    #expect(FigureVersion.names(of: "a-b.svg") == ["a-b-slide.svg", "a-b-phone.svg"])
    #expect(FigureVersion.original(of: "a-b-slide.svg") == "a-b.svg")
    #expect(FigureVersion.original(of: "a-b.svg") == nil)
  }

  @Test func aVersionForSlidesMayBeDrawnLater() {
    let woven = FigureDigests(["a.svg": Data("a".utf8)])
    let added = FigureDigests(["a.svg": Data("a".utf8), "a-slide.svg": Data("b".utf8)])
    #expect(added.difference(from: woven) == nil)
    #expect(woven.difference(from: added) == "a-slide.svg is missing")
    let other = FigureDigests(["a.svg": Data("a".utf8), "b-slide.svg": Data("b".utf8)])
    #expect(other.difference(from: woven) == "b-slide.svg is on no page")
  }
}
