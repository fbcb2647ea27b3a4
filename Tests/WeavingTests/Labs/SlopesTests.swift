import Chapter1Net
import Foundation
import TestSupport
import Testing

@testable import Live
@testable import Weaving

/// Chapter 1's chain of functions in its page.
@Suite(.enabled(if: Chromium.file != nil && PageEngine.tested.isBuilt, "no Chromium, or no engine"))
struct SlopesTests {
  @Test func thePageAndTheProgramWalkTheSameChain() throws {
    try LabPage.visit("slopes") { page in
      try page.predict(2)
      #expect(try page.verdict.hasPrefix("Your prediction held."))
      for (i, activation) in Activation.allCases.enumerated() {
        for residual in [0, 1] {
          let there = try page.browser.numbers(
            "\(page.frame).engine.numbers('slopes', [30, \(i), 0.5, 1.2, \(residual)])")
          let here = SlopeChain(activation, weight: 1.2, isResidual: residual == 1)
            .walk(from: 0.5, count: 30)
          let all = here.results + here.slopes + here.derivatives
          #expect(there.count == all.count)
          for (a, b) in zip(there, all) { #expect(abs(a - Double(b)) <= 1e-5 * abs(Double(b))) }
        }
      }
      try page.browser.click(page.selector(".lab-toggle"))
      try page.browser.wait(for: "\(page.frame).said.textContent.includes('derivative is 2.2')")
    }
  }
}
