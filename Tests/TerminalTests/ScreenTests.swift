import Testing

@testable import Terminal
import TestSupport

struct ScreenTests {
  let paper = Recorder()
  var screen: Screen { Screen(.grayWindow(40), write: paper.write) }

  @Test func theBottomLineIsReplaced() {
    let screen = screen
    screen.redraw("a long line")
    screen.redraw("short")
    #expect(paper.lines == ["short"])
  }

  @Test func whatIsSaidGoesAboveTheBottomLine() {
    let screen = screen
    screen.redraw("bar")
    screen.say("a line that is longer")
    screen.aside { paper.write("another\n") }
    #expect(paper.lines == ["a line that is longer", "another", "bar"])
  }

  @Test func aSettledLineStays() {
    let screen = screen
    screen.redraw("bar")
    screen.settle()
    screen.settle()
    screen.say("after")
    #expect(paper.lines == ["bar", "after", ""])
  }
}
