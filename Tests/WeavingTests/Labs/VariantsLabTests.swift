import Foundation
import TestSupport
import Testing

@testable import Live
@testable import Weaving

/// Chapter 3's variants in their page.
@Suite(.enabled(if: Chromium.file != nil && PageEngine.tested.isBuilt, "no Chromium, or no engine"))
struct VariantsLabTests {
  @Test func theOutputsAreThoseOfTheSameBlocksHere() throws {
    try LabPage.visit("variants") { page in
      try page.predict(0)
      #expect(try page.verdict.hasPrefix("Your prediction held."))
      for (stride, batches, isTraining) in [(1, 0, true), (1, 3, false), (2, 1, true)] {
        let there = try page.browser.numbers(
          "\(page.frame).engine.numbers('variants', [4, \(stride), \(batches), \(isTraining ? 1 : 0), 0, 3])"
        )
        let here = BlockVariants(seed: 4, stride: stride, batches: batches)
          .outputs(isTraining: isTraining)
        var rest = there.dropFirst(196)
        for output in here {
          let side = output?.shape[2] ?? 0
          #expect(rest.first == Double(side))
          let map = rest.dropFirst(4).prefix(side * side)
          for (a, b) in zip(map, output?.scalars ?? []) { #expect(abs(a - Double(b)) < 1e-4) }
          rest = rest.dropFirst(4 + side * side)
        }
        #expect(rest.isEmpty)
      }
    }
  }

  @Test func inEvaluationModeTheBiasesShowUntilTheNormsHaveSeenThem() throws {
    try LabPage.visit("variants") { page in
      try page.predict(1)
      #expect(try page.verdict.contains("did not hold"))
      let same = "the ResNet-18 notebook’s returns the same, but for rounding"
      #expect(try page.said.contains(same))
      try page.browser.click(page.selector(".lab-choice label:nth-of-type(2)"))
      try page.browser.wait(for: "!\(page.frame).said.textContent.includes('\(same)')")
      // The same by keyboard: back to training mode.
      _ = try page.browser.evaluate("\(page.frame).body.querySelector('input:checked').focus()")
      try page.browser.press("ArrowLeft")
      try page.browser.wait(for: "\(page.frame).said.textContent.includes('\(same)')")
      #expect(
        try page.browser.number("Number(\(page.frame).body.querySelectorAll('image').length)") == 10
      )
    }
  }
}
