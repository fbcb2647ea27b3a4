import Testing

@testable import Plots

@Suite struct PixelsTests {
  @Test func enlargingRepeatsEveryPixel() {
    let pixels = Pixels(width: 2, height: 1, rgb: [1, 2, 3, 4, 5, 6]).enlarged(by: 2)
    let row: [UInt8] = [1, 2, 3, 1, 2, 3, 4, 5, 6, 4, 5, 6]
    #expect(pixels == Pixels(width: 4, height: 2, rgb: row + row))
  }

  @Test func stretchingGoesFromBlackToWhite() {
    let pixels = Pixels(width: 5, height: 1, stretching: [-1, 0, 1, .nan, .infinity])
    #expect(pixels.bytes == [0, 128, 255, 0, 0])
  }

  @Test func equalValuesAreMidGray() {
    #expect(Pixels(width: 2, height: 1, stretching: [7, 7]).bytes == [128, 128])
  }

  @Test func theGreatestFloatsDoNotOverflow() {
    let most = Float.greatestFiniteMagnitude
    #expect(Pixels(width: 2, height: 1, stretching: [-most, most]).bytes == [0, 255])
  }

  @Test func aWrongNumberOfBytesStopsWithASentence() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Pixels(width: 2, height: 2, gray: [1, 2, 3])
    }
    let said = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(said.contains("An image of 2 × 2 pixels was given 3 bytes"))
  }
}
