import Foundation
import TestSupport
import Testing

@testable import Live
@testable import Weaving

/// The tape of a small expression in its page.
@Suite(.enabled(if: Chromium.file != nil && PageEngine.tested.isBuilt, "no Chromium, or no engine"))
struct TapeLabTests {
  @Test func thePageAndTheProgramRecordTheSameTapes() throws {
    let numbers: [Float] = [0.5, -1.5, 2, 0.25, -0.75, 3]
    try LabPage.visit("tape") { page in
      try page.predict(2)
      #expect(try page.verdict.hasPrefix("Your prediction held."))
      for kind in RecordedExpression.Kind.allCases {
        for isWatched in [true, false] {
          let here = RecordedExpression(kind, numbers, isWatched: isWatched)
          let there = try page.browser.numbers(
            "\(page.frame).engine.numbers('tape', [\(kind.rawValue), \(isWatched ? 1 : 0)], \(numbers))"
          )
          var all = [Double(here.lines.count)]
          for line in here.lines {
            let values = line.value!.scalars
            all += [Double(line.inputs.count)] + line.inputs.map(Double.init)
            all += [Double(values.count)] + values.map(Double.init)
          }
          for flow in here.contributions {
            all += [Double(flow.from), Double(flow.to)]
            all += (flow.gradient.scalars + flow.total.scalars).map(Double.init)
          }
          #expect(there.count == all.count)
          for (a, b) in zip(there, all) { #expect(abs(a - b) <= 1e-6) }
          let operations = try page.browser.text("\(page.frame).engine.text('tape_operations')")
          #expect(operations == here.lines.map(\.operation.title).joined(separator: "\n"))
        }
      }
    }
  }

  @Test func keysAndButtonsStepThroughIt() throws {
    try LabPage.visit("tape") { page in
      try page.predict(0)
      #expect(try page.verdict.contains("did not hold: the answer is “7"))
      let browser = page.browser
      _ = try browser.evaluate("\(page.frame).body.querySelector('svg').focus()")
      try browser.press("Home")
      #expect(try page.said.hasPrefix("12 steps"))
      try browser.press("ArrowRight")
      #expect(try page.said == "Forward. Line 0 records the input x = 1.")
      try browser.press("ArrowDown", "ArrowDown", "ArrowDown")
      #expect(try page.said.contains("multiply of line 2 and line 0: w · x = 0.5"))
      try browser.press("End")
      #expect(try page.said.hasSuffix("All gradients are there."))
      try browser.press("ArrowLeft")
      #expect(try page.said.hasPrefix("Back from line 4, tanh(w · x), whose gradient dy is 0.8"))
      // The second expression; its third step back gives x what is missing.
      try browser.click(page.selector(".lab-choice label:nth-of-type(2)"))
      try browser.wait(for: "\(page.frame).said.textContent.includes('y is 12.')")
      try browser.click(page.selector("button.is-main"))
      #expect(try page.said.contains("x · x gets dy = 1; x gets dy = 1."))
      try browser.click(page.selector("button.is-main"))
      #expect(
        try page.said.contains("x gets dy · x = 1 · 3 = 3, which makes 7 with what it had."))
      // Another number: the same step with other values. Without a gradient of x nothing goes back.
      _ = try browser.evaluate(
        "[...\(page.frame).body.querySelectorAll('.lab-slider')].find((e) => !e.hidden).querySelector('input').focus()"
      )
      try browser.press("ArrowLeft")
      try browser.wait(for: "\(page.frame).said.textContent.includes('1 · 2.9 = 2.9')")
      try browser.click(page.selector(".lab-toggle"))
      try browser.wait(for: "\(page.frame).said.textContent.includes('nothing goes back')")
      #expect(browser.errors == [])
    }
  }
}
