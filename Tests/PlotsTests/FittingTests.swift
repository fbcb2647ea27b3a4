import Testing

@testable import Plots

@Suite struct FittingTests {
  let font = Font(10)

  @Test func aTextThatFitsIsNotChanged() {
    #expect(font.shortened("short", to: 100) == "short")
    #expect(font.wrapped("two words", to: 100, atMost: 3) == ["two words"])
    #expect(font.wrapped("", to: 100, atMost: 3) == [])
  }

  @Test func aLongTextEndsInDots() {
    let short = font.shortened(String(repeating: "name ", count: 50), to: 100)
    #expect(short.hasSuffix("…") && short.hasPrefix("name name"))
    #expect(font.width(of: short) <= 100)
  }

  @Test func linesBreakAtSpaces() {
    let lines = font.wrapped("the quick brown fox jumps over", to: 80, atMost: 9)
    #expect(lines.joined(separator: " ") == "the quick brown fox jumps over")
    #expect(lines.count > 1 && lines.allSatisfy { font.width(of: $0) <= 80 })
  }

  @Test func linesBreakBetweenChineseCharactersAndInWordsThatAreTooWide() {
    let chinese = String(repeating: "残差网络", count: 10)
    let word = String(repeating: "x", count: 100)
    for text in [chinese, word] {
      let lines = font.wrapped(text, to: 90, atMost: 99)
      #expect(lines.joined() == text)
      #expect(lines.allSatisfy { font.width(of: $0) <= 90 })
    }
  }

  @Test func thereAreNotMoreLinesThanAsked() {
    let lines = font.wrapped(String(repeating: "word ", count: 500), to: 90, atMost: 3)
    #expect(lines.count == 3 && lines[2].hasSuffix("…"))
  }

  @Test func aWidthOfZeroTerminates() {
    #expect(font.wrapped("残差 net", to: 0, atMost: 3).count == 3)
    #expect(font.shortened("net", to: -5) == "…")
  }

  @Test(arguments: [240.0, 400, 560]) func longTitlesStayInsideThePicture(width: Double) throws {
    let title = String(repeating: "A title nobody wants to read to its end. ", count: 9)
    var bars = BarChart(title)
    bars.bar("a rather long name for such a short bar", 1)
    let chart = LineChart(title, x: Axis(title), y: Axis(title))
    var images = ImageGrid(title, columns: 1)
    images.add(Pixels(width: 1, height: 1, gray: [0]), title)
    let matrix = ConfusionMatrix(title, names: [title], counts: [[1]])
    for picture in [
      bars.picture(width: width), chart.picture(width: width), images.picture(), matrix.picture(),
    ] {
      for case .text(let text, let point, _, let font, let anchor, let turned) in picture.marks {
        let long = font.width(of: text)
        let (at, room) =
          turned ? (picture.height - point.y, picture.height) : (point.x, picture.width)
        let start = at - (anchor == .start ? 0 : anchor == .middle ? long / 2 : long)
        #expect(start >= 0 && start + long <= room, "\(text) in \(picture.width)")
      }
    }
  }
}
