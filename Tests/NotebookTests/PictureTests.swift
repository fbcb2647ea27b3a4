import Testing

@testable import Notebook
import TestSupport

struct PictureTests {
  let image = GrayImage([0, 255, 128, 255, 0, 128], height: 3, width: 2)

  @Test func inAFileInkIsMadeOfCharacters() {
    #expect(picture(image, .file) == [":@", " +"])
  }

  @Test func inAWindowALineHoldsTwoRowsOfPixels() {
    #expect(
      picture(image, .window(80, ["COLORTERM": "truecolor"])) == [
        "\u{1B}[38;2;0;0;0;48;2;128;128;128m▀\u{1B}[38;2;255;255;255;48;2;255;255;255m▀\u{1B}[0m",
        "\u{1B}[38;2;0;0;0;49m▀\u{1B}[38;2;128;128;128;49m▀\u{1B}[0m",
      ])
  }

  @Test func withAPaletteGraysAreTheNearest() {
    let grays = GrayImage([0, 3, 8, 13, 128, 238, 246, 255], height: 1, width: 8)
    let line = picture(grays, .window(80))[0]
    let codes = line.matches(of: /38;5;(\d+)/).map { String($0.1) }
    #expect(codes == ["16", "232", "233", "244", "255", "231"])
  }

  @Test func aWindowWithoutUnicodeGetsCharacters() {
    #expect(picture(image, .window(80, ["LANG": "C"])) == [":@", " +"])
  }
}
