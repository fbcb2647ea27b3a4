import Chapter4Net
import Foundation
import TestSupport
import Testing

@testable import Live
@testable import Weaving

/// Chapter 4's lab in its page.
@Suite(.enabled(if: Chromium.file != nil && PageEngine.tested.isBuilt, "no Chromium, or no engine"))
struct DepthsLabTests {
  @Test func theCountsAreThoseOfTheEngineHere() throws {
    try LabPage.visit("depths") { page in
      try page.predict(0)
      #expect(try page.verdict.hasPrefix("Your prediction held."))
      for depth in Depth.allCases {
        for isNotebooks in [false, true] {
          let there = try page.browser.text(
            "\(page.frame).engine.text('depth_counts', [\(depth.rawValue), \(isNotebooks ? 1 : 0), 64, 96, 3, 1000])"
          )
          let here = DepthCounts(
            depth, isNotebooks: isNotebooks, side: 96, inChannels: 3, classes: 1000)
          let lines = here.parts(width: 64).map {
            "\($0.shape)\t\($0.parameters)\t\($0.multiplyAdds)"
          }
          #expect(there == (["\(here.depth)\t\(depth.blocks)"] + lines).joined(separator: "\n"))
        }
      }
    }
  }

  @Test func theReaderChoosesADepthAndAWidth() throws {
    try LabPage.visit("depths") { page in
      try page.predict(2)
      #expect(try page.verdict.contains("did not hold"))
      #expect(try page.said.contains("25,557,032 parameters"))
      try page.browser.click(page.selector(".lab-choice label:nth-of-type(5)"))
      try page.browser.wait(for: "\(page.frame).said.textContent.includes('60,192,808 parameters')")
      _ = try page.browser.evaluate("\(page.frame).body.querySelector('input[type=range]').focus()")
      try page.browser.press("Home")
      try page.browser.wait(for: "\(page.frame).said.textContent.includes('width 8:')")
      try page.browser.drag(page.selector(".lab-slider input"), along: [(0.01, 0.5), (0.995, 0.5)])
      try page.browser.wait(for: "\(page.frame).said.textContent.includes('width 128:')")
      #expect(
        try page.browser.number(
          "Number(\(page.frame).body.querySelectorAll('rect.sheet-1').length)") == 50)
    }
  }
}
