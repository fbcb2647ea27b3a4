import Testing

@testable import Terminal

struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("卷积", 4), ("カ", 2), ("한", 2), ("，", 2),
    ("━·▀⣿", 4), ("✓✗", 2), ("🙂", 2), ("👩‍👩‍👧", 2), ("❤", 1), ("❤\u{FE0F}", 2), ("\t", 0), ("𠀀", 2),
    ("\u{200B}", 0),
  ])
  func charactersTakeTheColumnsTheyTake(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test func aWideCharacterIsNotCutInHalf() {
    #expect("卷积网络".fitting(5) == "卷积")
    #expect("abc".fitting(5) == "abc")
    #expect("abc".fitting(0) == "")
    #expect("abc".fitting(-1) == "")
  }

  @Test func paddingCountsColumns() {
    #expect("卷".padded(to: 4) == "卷  ")
    #expect("卷".padded(to: 4, .right) == "  卷")
    #expect("卷".padded(to: 5, .center) == " 卷  ")
    #expect("long".padded(to: 2) == "long")
    #expect(" a  ".trimmingTrailingSpaces == " a")
    #expect("  ".trimmingTrailingSpaces == "")
  }
}
