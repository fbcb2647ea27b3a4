import Testing

@testable import Terminal
import TestSupport

struct TerminalTests {
  func terminal(_ environment: [String: String], isTerminal: Bool = true) -> Terminal {
    Terminal(isTerminal: isTerminal, environment: environment)
  }

  @Test func aWindowIsLiveUnlessItIsDumbOrRecorded() {
    #expect(terminal(["TERM": "xterm"]).isLive)
    #expect(!terminal(["TERM": "dumb"]).isLive)
    #expect(!terminal([:]).isLive)
    #expect(!terminal(["TERM": "xterm", "CI": "true"]).isLive)
    #expect(!terminal(["TERM": "xterm"], isTerminal: false).isLive)
  }

  @Test func colorIsForWindowsUnlessItIsForcedOrRefused() {
    #expect(terminal(["TERM": "xterm"]).hasColor)
    #expect(!terminal(["TERM": "xterm"], isTerminal: false).hasColor)
    #expect(!terminal(["TERM": "dumb"]).hasColor)
    #expect(!terminal(["TERM": "xterm", "NO_COLOR": "1"]).hasColor)
    #expect(terminal(["TERM": "xterm", "NO_COLOR": ""]).hasColor)
    #expect(terminal(["NO_COLOR": "1", "FORCE_COLOR": "1"], isTerminal: false).hasColor)
    #expect(terminal(["CLICOLOR_FORCE": "1"], isTerminal: false).hasColor)
    #expect(!terminal(["CLICOLOR_FORCE": "0"], isTerminal: false).hasColor)
  }

  @Test func fullColorHasToBePromised() {
    #expect(terminal(["TERM": "xterm"]).colors == .palette)
    #expect(terminal(["TERM": "xterm", "COLORTERM": "truecolor"]).colors == .full)
    #expect(terminal(["COLORTERM": "truecolor"]).colors == .none)
  }

  @Test func theWindowKnowsItsWidthBestThenColumnsThenEighty() {
    #expect(Terminal.window(101, ["COLUMNS": "60"]).width == 101)
    #expect(Terminal.window(0, ["COLUMNS": "60"]).width == 60)
    for nonsense in ["", "-3", "0", "wide"] {
      #expect(terminal(["COLUMNS": nonsense]).width == 80)
    }
  }

  @Test func theFirstVariableOfTheLocaleThatSaysAnythingDecides() {
    #expect(terminal(["LANG": "de_DE.UTF-8"]).isUnicode)
    #expect(terminal(["LC_ALL": "", "LC_CTYPE": "C.utf8", "LANG": "C"]).isUnicode)
    #expect(!terminal(["LC_ALL": "C", "LANG": "C.UTF-8"]).isUnicode)
    #expect(!terminal([:]).isUnicode)
  }

  @Test func styledTextIsPlainWithoutColor() {
    #expect(Terminal.window(80).styled("no", .bold, .red) == "\u{1B}[1;31mno\u{1B}[0m")
    #expect(Terminal.file.styled("no", .bold, .red) == "no")
    #expect(Terminal.window(80).styled("", .bold) == "")
  }
}
