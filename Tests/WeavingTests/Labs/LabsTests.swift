import Foundation
import TestSupport
import Testing

@testable import Weaving

/// What holds of every lab, whatever it computes.
@Suite(.enabled(if: Chromium.file != nil && PageEngine.tested.isBuilt, "no Chromium, or no engine"))
struct LabsTests {
  @Test(arguments: LabPage.names) func aLabWorksByKeyboardAlone(name: String) throws {
    try LabPage.visit(name) { page in
      let browser = page.browser
      #expect(try browser.evaluate("lab.works") as? Bool == true)
      // The first choice has the focus; Enter predicts.
      _ = try browser.evaluate("\(page.frame).choices[0].focus()")
      try browser.press("Enter")
      try browser.wait(for: "\(page.frame).isOpen || !\(page.frame).trouble.hidden")
      #expect(try browser.text("\(page.frame).trouble.textContent") == "")
      let verdict = try page.verdict
      // Some labs are settled later, by what the reader does in them.
      let later = try browser.text("\(page.frame).definition.later ?? 'Your prediction'")
      #expect(verdict.hasPrefix(later), "\(verdict)")
      // Tab reaches every control that is there.
      let controls = try browser.number(
        "Number(\(page.frame).body.querySelectorAll(\(reachable)).length)")
      #expect(controls > 0)
      _ = try browser.evaluate(
        "window.reached = new Set(); \(page.frame).place.addEventListener('focusin', (e) => reached.add(e.target)); 0"
      )
      for _ in 0..<Int(controls) + 6 { try browser.press("Tab") }
      let missed = try browser.text(
        "[...\(page.frame).body.querySelectorAll(\(reachable))].filter((e) => !reached.has(e)).map((e) => e.outerHTML).join(' ')"
      )
      #expect(missed == "")
      try page.keepPicture("light")
    }
  }

  @Test(arguments: LabPage.names) func aLabFitsAPhone(name: String) throws {
    try LabPage.visit(name, .phone) { page in
      try page.predict(nil)
      #expect(try page.browser.number("document.documentElement.scrollWidth") <= 390)
      let wide = try page.browser.text(
        """
        [...\(page.frame).place.querySelectorAll("*")].filter((e) => !e.closest(".lab-table, .lab-scroll")
          && e.getBoundingClientRect().right > 391).map((e) => e.tagName + "." + e.getAttribute("class")).join(" ")
        """)
      #expect(wide == "")
      try page.keepPicture("phone")
    }
  }

  @Test(arguments: LabPage.names) func aLabIsLegibleInTheDark(name: String) throws {
    try LabPage.visit(name, .dark) { page in
      try page.predict(nil)
      #expect(try page.browser.text("document.documentElement.dataset.theme") == "dark")
      #expect(try page.browser.text(faintText(in: page.frame)) == "")
      #expect(try !page.text.contains("cannot print value"))
      try page.keepPicture("dark")
    }
  }

  @Test func withoutWebAssemblyALabShowsItsStillPicture() throws {
    let name = try #require(LabPage.names.first)
    try inTemporaryFolder { profile in
      let page = try LabPage.page(of: name)
      let copy = page.deletingLastPathComponent().appending(path: "without-\(UUID()).html")
      let text = try String(contentsOf: page, encoding: .utf8)
      try Data(
        text.replacing("<head>", with: "<head><script>delete window.WebAssembly</script>").utf8
      ).write(to: copy)
      defer { try? FileManager.default.removeItem(at: copy) }
      let browser = try Browser(copy, profile: profile)
      defer { browser.close() }
      let there = "document.querySelectorAll('[data-lab=\"\(name)\"] figure.still svg').length"
      #expect(try browser.number(there) == 1)
      #expect(browser.errors == [])
    }
  }
}

/// What a reader can come to with the Tab key; of the choices of one group that is the chosen one.
private let reachable =
  "'input:not([type=radio]):not(:disabled), input[type=radio]:checked, button:not(:disabled), select, svg[tabindex]'"

/// The texts whose contrast with what is behind them is below 4.5, as an expression.
private func faintText(in frame: String) -> String {
  """
  (() => {
    const rgb = (text) => (text.match(/[\\d.]+/g) ?? [0, 0, 0]).map(Number);
    const light = (color) => { const [r, g, b] = color.map((c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
      return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
    const ground = (e) => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor);
      if (c.length < 4 || c[3] === 1) return c.slice(0, 3); } return [255, 255, 255]; };
    const found = new Set(), texts = document.createTreeWalker(\(frame).place, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const e = texts.currentNode.parentElement;
      if (!texts.currentNode.data.trim() || e.closest("[data-own-ground], title")) continue;
      const color = rgb(e.closest("svg") ? getComputedStyle(e).fill : getComputedStyle(e).color).slice(0, 3);
      const [a, b] = [light(color), light(ground(e))].sort((a, b) => a - b);
      if ((b + 0.05) / (a + 0.05) < 4.5) found.add(`${e.className.baseVal ?? e.className} “${texts.currentNode.data}” ${color}`);
    }
    return [...found].join("; ");
  })()
  """
}
