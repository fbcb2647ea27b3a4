import Testing

@testable import Datasets

@Suite struct LabeledImagesTests {
  private let data = LabeledImages(
    pixels: [0, 255, 51, 102, 10, 20, 30, 40, 1, 2, 3, 4], labels: [1, 0, 1], height: 2, width: 2,
    classNames: ["cat", "dog"])

  @Test func aPictureIsItsOwnPixels() {
    #expect(data.picture(at: 1) == [10, 20, 30, 40])
  }

  @Test func aPrefixKeepsPicturesAndLabelsTogether() {
    let two = data.prefix(2)
    #expect(two.count == 2 && two.labels == [1, 0] && two.pixels.count == 8)
    #expect(data.prefix(99).count == 3 && data.prefix(0).count == 0)
  }

  @Test func statisticsAreThoseOfAllPixels() {
    let one = data.prefix(1)
    // 0, 1, 0.2, 0.4: mean 0.4, variance (0.16 + 0.36 + 0.04 + 0) / 4 = 0.14.
    #expect(one.mean == 0.4)
    #expect(abs(one.deviation - Float(0.14).squareRoot()) < 1e-7)
  }

  @Test func statisticsOfManyPixelsAreNotRounded() {
    let pixels = [UInt8](repeating: 254, count: 20_000_000) + [255]
    let many = LabeledImages(
      pixels: pixels, labels: [0], height: 1, width: pixels.count, classNames: ["one"])
    #expect(many.mean == Float(254 / 255.0))
    // One pixel differs by 1: the variance is p (1 − p) for p = 1 / n.
    let p = 1 / Double(pixels.count)
    #expect(abs(Double(many.deviation) - (p * (1 - p)).squareRoot() / 255) < 1e-12)
  }

  @Test func picturesThatDoNotFitTogetherStopTheProgram() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = LabeledImages(pixels: [1, 2, 3], labels: [0], height: 2, width: 2, classNames: ["a"])
    }
    #expect(result!.standardErrorText.contains("3 pixels were given; wanted are 1 × 2 × 2"))
  }

  @Test func aLabelWithoutANameStopsTheProgram() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = LabeledImages(pixels: [1], labels: [1], height: 1, width: 1, classNames: ["a"])
    }
    #expect(result!.standardErrorText.contains("index of one of the 1 class names"))
  }
}
