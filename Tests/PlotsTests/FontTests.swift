import Testing

@testable import Plots

/// Type is measured by a table, not by the fonts of the machine.
@Suite struct FontTests {
  @Test func textIsAsWideAsInHelvetica() {
    #expect(abs(Font(1000).width(of: "3×3 conv, 64") - 5_754) < 1)
    #expect(abs(Font(1000, bold: true).width(of: "Stage 2") - 3_557) < 1)
    #expect(Font(10).width(of: "残差") == 20)
  }

  @Test(arguments: [Purpose.slide, .phone]) func typeForAScreenHasFourteenPointsAtLeast(
    purpose: Purpose
  ) {
    let sizes = Sizes(purpose)
    #expect([sizes.claim, sizes.title, sizes.label, sizes.note].min()! >= 14)
    #expect(sizes.claim >= sizes.title && sizes.title >= sizes.label && sizes.label >= sizes.note)
  }
}
