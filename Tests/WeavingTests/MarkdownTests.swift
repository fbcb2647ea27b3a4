import Testing

@testable import Weaving

@Suite struct MarkdownTests {
  @Test func formulasKeepTheirUnderscoresAndAsterisks() {
    let html = Markdown.html("So $x_1 + y_1 * z$, and *this* costs $5 or 6$.")
    #expect(html.contains("<span class=\"math\">x_1 + y_1 * z</span>,"))
    #expect(html.contains("<em>this</em>"))
  }

  @Test func aSingleDollarSignIsNoFormula() {
    #expect(!Markdown.html("It costs $ 5 and `$x$`.").contains("math"))
    #expect(Markdown.html("`$x$`").contains("<code>$x$</code>"))
  }

  @Test(arguments: ["```math\na < b\n```", "$$\na < b\n$$"])
  func aDisplayedFormulaIsABlock(text: String) {
    let html = Markdown.html("Before\n\n\(text)\n\nafter")
    #expect(html.contains("<div class=\"math display\">"))
    #expect(html.contains("a &lt; b") && !html.contains("<p><div"))
  }

  @Test(arguments: [
    ("Why deep nets stop learning", "why-deep-nets-stop-learning"),
    ("A 1 × 1 convolution", "a-1--1-convolution"), ("Did it hold?", "did-it-hold"),
    ("残差块 block", "残差块-block"),
  ])
  func headingsHaveTheAnchorsOfGitHub(heading: String, id: String) {
    #expect(Markdown.html("## \(heading)").contains("<h2 id=\"\(id)\">"))
  }

  @Test func tablesAndAlertsAreRendered() {
    #expect(Markdown.html("| a |\n| --- |\n| b |").contains("<td>b</td>"))
    #expect(Markdown.html("> [!NOTE]\n> Words").contains("<blockquote class=\"note\">"))
  }
}
