import Chapter5Net
import Foundation
import TestSupport
import Testing

@testable import Live
@testable import Weaving

/// Chapter 5's lab in its page.
@Suite(.enabled(if: Chromium.file != nil && PageEngine.tested.isBuilt, "no Chromium, or no engine"))
struct OrderingsLabTests {
  @Test func theNormsAreThoseOfTheSameNetsHere() throws {
    let gradients = OrderingGradients(seed: 1)
    try LabPage.visit("orderings") { page in
      try page.predict(2)
      #expect(try page.verdict.hasPrefix("Your prediction held."))
      for (i, ordering) in Ordering.allCases.enumerated() {
        for (k, paths) in Paths.allCases.enumerated() {
          let there = try page.browser.numbers(
            "\(page.frame).engine.numbers('path_norms', [\(i), 3, \(k), 7])")
          let here = gradients.norms(ordering, stage: 3, along: paths, seed: 7)
          #expect(there.count == 7)
          for (a, b) in zip(there, here) {
            #expect(abs(a - b) <= 1e-3 * b, "\(ordering), \(paths)")
          }
        }
      }
    }
  }

  @Test func fewerBlocksAndAnotherOrderingAreDrawn() throws {
    try LabPage.visit("orderings") { page in
      try page.predict(0)
      #expect(try page.verdict.contains("did not hold"))
      let browser = page.browser
      #expect(try page.said.hasPrefix("BN after addition, 100 blocks"))
      try browser.wait(
        for: "\(page.frame).body.querySelectorAll('path[class^=line-]').length === 8")
      _ = try browser.evaluate("\(page.frame).body.querySelector('input[type=range]').focus()")
      try browser.press("Home")
      try browser.press("ArrowRight")
      try browser.wait(for: "\(page.frame).said.textContent.includes(', 4 blocks')")
      try browser.click(page.selector(".lab-choice label:nth-of-type(5)"))
      try browser.wait(for: "\(page.frame).said.textContent.startsWith('full pre-activation')")
      #expect(try page.text.contains("x + conv(relu(bn(conv(relu(bn(x))))))"))
    }
  }
}
