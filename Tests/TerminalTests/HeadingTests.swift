import Testing

@testable import Terminal
import TestSupport

struct HeadingTests {
  @Test func aHeadingIsUnderlined() {
    #expect(headingText("1 The two rules", .plainFile) == "\n1 The two rules\n---------------")
    #expect(headingText("一 规则", .file) == "\n一 规则\n───────")
  }

  @Test func aLeadStandsBelowInLinesThatFit() {
    #expect(
      headingText("A block", "A sum needs two equal shapes.", .grayWindow(20)) == """

        A block
        ───────
        A sum needs two
        equal shapes.

        """)
  }

  @Test func inColorAHeadingIsBold() {
    #expect(headingText("a", .window(80)).hasPrefix("\n\u{1B}[1;36ma\u{1B}[0m\n"))
  }
}
