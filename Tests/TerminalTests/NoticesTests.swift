import Testing

@testable import Terminal
import TestSupport

struct NoticesTests {
  @Test func aWarningIsFramed() {
    #expect(
      warningText("These are not MNIST's numbers", "They were drawn. 它们是画出来的。", .file) == """
        ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
        ┃  These are not MNIST's numbers      ┃
        ┃  They were drawn. 它们是画出来的。  ┃
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
        """)
    #expect(warningText("a", "b", .plainFile) == "*******\n*  a  *\n*  b  *\n*******")
  }

  @Test(arguments: [1, 8, 20, 60, 200])
  func aFrameFitsItsWindow(columns: Int) {
    let text = String(repeating: "word 字 ", count: 40)
    let lines = warningText(text, text, .grayWindow(columns)).split(separator: "\n")
    #expect(Set(lines.map(\.displayWidth)).count == 1)
    #expect(lines[0].displayWidth <= min(80, max(8, columns)))
  }

  @Test func aNoteIsIndented() {
    #expect(noteText("one two three", .grayWindow(14)) == "note: one two\n      three")
  }
}
