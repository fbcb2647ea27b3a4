import Chapter1Net
import Foundation
import TestSupport
import Testing

@testable import Live
@testable import Weaving

/// Chapter 1's lab in its page.
@Suite(.enabled(if: Chromium.file != nil && PageEngine.tested.isBuilt, "no Chromium, or no engine"))
struct GradientNormsTests {
  @Test func theNormsAreThoseOfTheSameNetHere() throws {
    try LabPage.visit("gradient-norms") { page in
      try page.predict(2)
      for (depth, activation, isResidual, scale) in [
        (30, 0, 0, Float(1)), (30, 1, 0, 1), (30, 2, 0, 2), (60, 1, 1, 1), (2, 0, 0, 0.1),
      ] {
        let there = try page.browser.numbers(
          "\(page.frame).engine.numbers('norms', [\(depth), \(activation), \(isResidual), \(scale), 7])"
        )
        let here = GradientNorms(seed: 1).norms(
          depth: depth, Activation.allCases[activation], isResidual: isResidual != 0, scale: scale,
          seed: 7)
        #expect(there.count == depth)
        for (a, b) in zip(there, here) { #expect(abs(a - Double(b)) <= 1e-5 * Double(b)) }
      }
    }
  }

  @Test func aSliderThatMovesChangesTheChart() throws {
    try LabPage.visit("gradient-norms") { page in
      try page.predict(0)
      #expect(try page.verdict.contains("did not hold"))
      #expect(try page.said.contains("Layer 30:"))
      _ = try page.browser.evaluate("\(page.frame).body.querySelector('input[type=range]').focus()")
      try page.browser.press("Home")
      try page.browser.wait(for: "\(page.frame).said.textContent.includes('Layer 2:')")
      try page.browser.drag(page.selector(".lab-slider input"), along: [(0.01, 0.5), (0.99, 0.5)])
      try page.browser.wait(for: "\(page.frame).said.textContent.includes('Layer 60:')")
      try page.browser.click(page.selector(".lab-toggle"))
      try page.browser.click(page.selector(".lab-choice label:nth-of-type(3)"))
      try page.browser.wait(for: "\(page.frame).said.textContent.length > 0")
      #expect(try page.browser.number("\(page.frame).body.querySelectorAll('circle').length") == 0)
    }
  }
}
