import Testing

@testable import Terminal

struct ShownTests {
  @Test func numbersHaveFourSignificantDigits() {
    #expect(shown(0.123456789) == "0.1235")
    #expect(shown(Float(1234.5678)) == "1235")
    #expect(shown(8.947167538368455e-11) == "8.947e-11")
    #expect(shown([0.5, 1.0 / 3]) == "[0.5, 0.3333]")
    #expect(shown([Float.nan]) == "[nan]")
  }

  @Test func theRestIsShownAsItIs() {
    #expect(shown("x") == "x")
    #expect(shown([4, 3, 6, 6]) == "[4, 3, 6, 6]")
    #expect(shown(60000) == "60000")
  }

  @Test func itemsArePrintedInALine() async throws {
    let result = await #expect(
      processExitsWith: .success, observing: [\.standardOutputContent]
    ) {
      show("accuracy", 0.97123, [4, 3])
    }
    let text = String(decoding: try #require(result).standardOutputContent, as: UTF8.self)
    #expect(text.contains("accuracy 0.9712 [4, 3]\n"))
  }
}
