import Foundation
import TestSupport
import Testing

@testable import Live
@testable import Weaving

/// Chapter 6's lab in its page.
@Suite(.enabled(if: Chromium.file != nil && PageEngine.tested.isBuilt, "no Chromium, or no engine"))
struct LesionsLabTests {
  @Test func thePageAndTheProgramLearnTheSame() throws {
    let lesions = Lesions(stage: 2, isResidual: true, seed: 3, training: 512)
    let losses = (1...8).map { _ in lesions.step() }
    lesions.refreshStatistics()
    let deleted = [false, true, false, true]
    let here = lesions.recognized(isDeleted: deleted)
    try LabPage.visit("lesions") { page in
      try page.predict(0)
      let there = try page.browser.numbers(
        """
        (async () => { const e = \(page.frame).engine, losses = []; await e.value("lesions_begin", [2, 1, 3, 512]);
          for (let i = 0; i < 8; i += 1) losses.push(await e.value("lesions_step"));
          await e.value("lesions_refresh"); return [...losses, ...await e.numbers("lesions_recognized", [0b1010])]; })()
        """)
      #expect(there.count == 10)
      for (a, b) in zip(there, losses) { #expect(abs(a - Double(b)) <= 1e-3 * Double(b)) }
      for (a, b) in zip(there[8...], here) { #expect(abs(a - Double(b)) <= 3) }
    }
  }

  @Test func aNetIsTrainedAndABlockDeleted() throws {
    try LabPage.visit("lesions") { page in
      try page.predict(2)
      #expect(try page.verdict.contains("press “Train”"))
      let browser = page.browser
      try browser.click(page.selector("button.is-main"))
      try browser.wait(for: "\(page.frame).said.textContent.startsWith('All 14 blocks')")
      #expect(try page.verdict.contains("the answer is “almost as many as before”"))
      try browser.click(page.selector("[data-index='9']"))
      try browser.wait(for: "\(page.frame).said.textContent.startsWith('Without block 10:')")
      let block = "document.activeElement.getAttribute('aria-label')"
      _ = try browser.evaluate(
        "\(page.frame).body.querySelector('[data-index][tabindex=\"0\"]').focus()")
      #expect(try browser.text(block) == "Block 10, deleted")
      try browser.press("ArrowLeft", " ")
      try browser.wait(for: "\(page.frame).said.textContent.startsWith('Without blocks 9, 10:')")
      #expect(try browser.text(block) == "Block 9, deleted")
      try browser.press("Enter")
      try browser.wait(for: "\(page.frame).said.textContent.startsWith('Without block 10:')")
      // Another picture is read behind each of the seven later blocks.
      _ = try browser.evaluate("\(page.frame).body.querySelector('.lab-slider input').focus()")
      try browser.press("End")
      try browser.wait(for: "\(page.frame).place.textContent.includes('picture 499, a ')")
      #expect(
        try browser.number("\(page.frame).body.querySelectorAll('text[class^=lesion-]').length")
          == 7)
      let megabytes = try browser.number("\(page.frame).engine.memory()") / 1e6
      #expect(megabytes < 200)
    }
  }
}
