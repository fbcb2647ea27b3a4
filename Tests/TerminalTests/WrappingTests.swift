import Testing

@testable import Terminal

struct WrappingTests {
  @Test func linesBreakAtSpaces() {
    #expect(wrapped("one two three", to: 8) == ["one two", "three"])
    #expect(wrapped("one two", to: 7) == ["one two"])
    #expect(wrapped("", to: 7) == [""])
  }

  @Test func paragraphsStayApart() {
    #expect(wrapped("one\n\ntwo", to: 8) == ["one", "", "two"])
  }

  @Test func aWordThatIsTooLongIsBroken() {
    #expect(wrapped("a abcdefgh b", to: 5) == ["a", "abcde", "fgh b"])
    #expect(wrapped("卷积神经网络", to: 5) == ["卷积", "神经", "网络"])
  }

  @Test func noWidthIsTooSmall() {
    #expect(wrapped("卷积", to: 0) == ["卷", "积"])
    #expect(wrapped("ab", to: -5) == ["ab"])
  }

  @Test func aListOfNumbersIsNotBroken() {
    #expect(
      wrapped("it wants [64, 16, 12, 12] here", to: 18) == ["it wants", "[64, 16, 12, 12]", "here"])
    #expect(wrapped("got [0, -2, -2]", to: 12) == ["got", "[0, -2, -2]"])
  }

  @Test func aLineThatIsTooWideIsWrappedAndKeepsItsMargin() {
    let text = "Net(\n  conv1: Conv2D(1, 16, kernelSize: 5)\n)"
    #expect(fitted(text, .grayWindow(80)) == text)
    #expect(
      fitted(text, .grayWindow(24)) == "Net(\n  conv1: Conv2D(1, 16,\n  kernelSize: 5)\n)")
  }
}
