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
}
