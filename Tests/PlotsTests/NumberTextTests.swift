import Testing

@testable import Plots

@Suite struct NumberTextTests {
  @Test(arguments: [
    (0.0, "0"), (9.5, "9.5"), (8393.7, "8394"), (60_000, "60\u{2009}000"),
    (0.00012346, "0.0001235"),
    (-1.5, "−1.5"), (1.25e-7, "1.25×10⁻⁷"), (1e12, "1×10¹²"),
    (2_500_000, "2\u{2009}500\u{2009}000"),
    (.infinity, "∞"), (-.infinity, "−∞"), (.nan, "not a number"),
    (.leastNonzeroMagnitude, "4.941×10⁻³²⁴"),
  ])
  func numbersHaveFourSignificantDigits(value: Double, text: String) {
    #expect(brief(value) == text)
  }

  @Test func ticksHaveTheSameDecimals() {
    #expect(tickLabels([0, 0.5, 1], step: 0.5) == ["0.0", "0.5", "1.0"])
    #expect(tickLabels([0, 2e7], step: 1e7) == ["0", "2×10⁷"])
    #expect(tickLabels([0, 5e-5], step: 5e-5) == ["0", "5×10⁻⁵"])
    #expect(tickLabels([0.99998, 0.99999], step: 1e-5) == ["0.99998", "0.99999"])
  }

  @Test func powersHaveSuperscripts() {
    #expect([-12, 0, 1, 3].map(power) == ["10⁻¹²", "1", "10", "10³"])
  }
}
