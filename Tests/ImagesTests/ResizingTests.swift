import Sentences
import Testing

@testable import Images

@Suite struct ResizingTests {
  @Test(arguments: try Picture.all.get())
  func resizedAndCroppedItIsThatOfTorchvision(picture: Picture) throws {
    let cropped = try picture.decoded().resized(shorterSide: 14, name: "").centerCropped(to: 11)
    #expect(cropped.height == 11 && cropped.width == 11)
    #expect(cropped.pixels == [UInt8](picture.cropped))
  }

  @Test func aPictureFarTooLongGetsASentence() {
    let line = RGBImage(gray: Array(repeating: 7, count: 500), height: 1, width: 500)
    let error = #expect(throws: SentenceError.self) {
      try line.resized(shorterSide: 256, name: "a.png")
    }
    #expect(
      error?.description
        == "a.png is 500×1 pixels large; with its shorter side made 256, the other would be 128000, "
        + "and 16384 are the most")
  }
}
