import Foundation
import TestSupport
import Testing

@testable import Live
@testable import Weaving

/// Chapter 3's shape calculator in its page.
@Suite(.enabled(if: Chromium.file != nil && PageEngine.tested.isBuilt, "no Chromium, or no engine"))
struct ShapesLabTests {
  @Test func theLinesOfAllOperationsAreThoseOfTheEngineHere() throws {
    var (asked, here) = ([[[Int]]](), [String]())
    for question in ShapeQuestion.allCases {
      for (x, other, kernel, stride, padding) in Self.cases(of: question) {
        asked.append([[question.rawValue, other.count, kernel, stride, padding], x + other])
        here.append(
          question.steps(x, other, kernelSize: kernel, stride: stride, padding: padding)
            .lines.joined(separator: "\n"))
      }
    }
    try LabPage.visit("shapes") { page in
      try page.predict(2)
      #expect(try page.verdict.hasPrefix("Your prediction held."))
      let there =
        try page.browser.evaluate(
          "(async () => { const all = []; for (const [args, given] of \(asked)) all.push(await \(page.frame).engine.text('shape_steps', args, given)); return all; })()"
        ) as? [String]
      #expect(there == here)
      #expect(here.count { $0.contains("\t[") } > 20 && here.count { $0.hasPrefix("\t") } > 20)
    }
  }

  /// Some that fit, and for every operation some that do not.
  private static func cases(
    of question: ShapeQuestion
  ) -> [(x: [Int], other: [Int], kernel: Int, stride: Int, padding: Int)] {
    let images = [[4, 3, 8, 8], [1, 16, 7, 5], [2, 0, 4, 4], [64, 256, 1, 1]]
    let windows = [(3, 1, 1), (3, 2, 0), (7, 2, 3), (2, 0, 0), (9, 1, 0), (3, 1, 2)]
    return images.flatMap { x in
      windows.flatMap { kernel, stride, padding -> [([Int], [Int], Int, Int, Int)] in
        let others: [[Int]] =
          switch question {
          case .conv2D: [[6, x[1], kernel, kernel], [6, 3, kernel, kernel]]
          case .batchNorm2D: [[x[1]], [3]]
          case .add, .concatenate: [x, [4, 3, 8, 8], [1, 16, 1, 1]]
          case .flattenAndLinear: [[10, x[1] * x[2] * x[3]], [10, 192]]
          default: [[]]
          }
        return others.map { (x, $0, kernel, stride, padding) }
      }
    }
  }

  @Test func theReaderChangesSizesAndMovesTheWindow() throws {
    try LabPage.visit("shapes") { page in
      try page.predict(0)
      #expect(try page.verdict.contains("did not hold: the answer is “15”"))
      #expect(
        try page.said
          == "[4, 3, 8, 8] becomes [4, 6, 3, 3]. 15 of 64 pixels are read by no window (×).")
      // Padding 1, by keyboard: it is the last of the fields that are shown.
      _ = try page.browser.evaluate(
        "[...\(page.frame).body.querySelectorAll('input[type=number]')].filter((e) => e.offsetParent).at(-1).focus()"
      )
      try page.browser.press("ArrowUp")
      try page.browser.wait(
        for: "\(page.frame).said.textContent.includes('[4, 6, 4, 4]. Every pixel is read.')")
      // The window, with arrow keys and with the mouse.
      _ = try page.browser.evaluate("\(page.frame).body.querySelector('svg').focus()")
      try page.browser.press("ArrowDown", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight")
      let readout = "\(page.frame).body.querySelector('figcaption').textContent"
      #expect(
        try page.browser.text(readout).hasPrefix(
          "y, row 1, column 3: its window begins at row 1, column 5"))
      try page.browser.click(page.selector("rect.out[data-row=\"2\"][data-column=\"0\"]"))
      #expect(
        try page.browser.text(readout).contains(
          "begins at row 3, column −1 and reads 6 pixels and 3 of the padding"))
    }
  }

  @Test func theBlockOfTheChapterFitsWithAStridedConvolution() throws {
    try LabPage.visit("shapes") { page in
      try page.predict(nil)
      try page.browser.click(page.selector(".lab-choice label:nth-of-type(8)"))
      let refusal = ShortcutChoice.identity.steps([4, 3, 8, 8], outChannels: 6, stride: 2).lines
        .last!.dropFirst()
      try page.browser.wait(for: "\(page.frame).said.textContent.startsWith('add: a is')")
      #expect(try page.said == refusal)
      try page.browser.click(
        page.selector(".lab-controls:nth-of-type(3) .lab-choice label:nth-of-type(4)"))
      try page.browser.wait(for: "\(page.frame).said.textContent.startsWith('It fits')")
      #expect(try page.said.contains("[4, 6, 4, 4]"))
      #expect(
        try page.browser.text(
          "[...\(page.frame).body.querySelectorAll('td:last-child')].map((e) => e.textContent).join()"
        ) == "no,yes,no,yes")
      try page.keepPicture("block")
    }
  }
}
