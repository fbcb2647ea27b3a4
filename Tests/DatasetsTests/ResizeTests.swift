import Testing

@testable import Datasets

@Suite struct ResizeTests {
  /// A picture of which no two neighbors are alike.
  private func picture(_ height: Int, _ width: Int) -> [UInt8] {
    (0..<height * width).map { UInt8(truncatingIfNeeded: 37 * $0 * $0 + 11 * $0) }
  }

  @Test func twoPixelsBecomeFourByHand() {
    // Output centres lie at −0.25, 0.25, 0.75, 1.25 of the input's, the outer two beyond its edge:
    // 0, 0.75 · 0 + 0.25 · 200, 0.25 · 0 + 0.75 · 200, 200.
    #expect(Resize(height: 1, width: 4)([0, 200], height: 1, width: 2) == [0, 50, 150, 200])
    #expect(Resize(height: 4, width: 1)([0, 200], height: 2, width: 1) == [0, 50, 150, 200])
  }

  @Test func fourPixelsBecomeTwoByHand() {
    // The triangle reaches 2 pixels: weights 0.75, 0.75, 0.25 of the three pixels in reach, the
    // fourth beyond the edge, divided by their sum. (75 · 0 + 75 · 0 + 25 · 140) / 175 = 20.
    #expect(Resize(height: 1, width: 2)([0, 0, 140, 140], height: 1, width: 4) == [20, 120])
  }

  @Test func theSameSizeChangesNothing() {
    #expect(Resize(height: 5, width: 5)(picture(5, 5), height: 5, width: 5) == picture(5, 5))
  }

  @Test func aFlatPictureStaysFlat() {
    for (height, width) in [(96, 96), (3, 50), (1, 1), (224, 7)] {
      let flat = [UInt8](repeating: 255, count: 28 * 28)
      let resized = Resize(height: height, width: width)(flat, height: 28, width: 28)
      #expect(resized == [UInt8](repeating: 255, count: height * width))
    }
  }

  /// Expected values: Pillow 13.0.0, `Image.fromarray(p).resize((w, h), Image.BILINEAR)`, where
  /// `i = numpy.arange(H * W)` and `p = ((37 * i * i + 11 * i) % 256).astype("uint8")` of `[H, W]`.
  @Test func enlargingGivesTheBytesOfPillow() {
    let expected: [UInt8] = [
      0, 16, 43, 102, 170, 137, 112, 119, 124, 76, 75, 73, 105, 144, 134, 121, 100, 88, 197, 169,
      122, 109, 103, 129, 136, 71, 31, 219, 207, 186, 142, 91, 153, 194, 155, 131, 213, 223, 238,
      173, 87, 175, 244, 241, 239, 108, 139, 191, 162, 112, 155, 195, 229, 248, 42, 87, 161, 155,
      128, 142, 165, 221, 254,
    ]
    #expect(Resize(height: 7, width: 9)(picture(4, 5), height: 4, width: 5) == expected)
  }

  @Test func shrinkingGivesTheBytesOfPillow() {
    let expected: [UInt8] = [
      89, 159, 163, 191, 123, 136, 161, 155, 156, 112, 103, 121, 105, 121, 128,
    ]
    #expect(Resize(height: 3, width: 5)(picture(8, 8), height: 8, width: 8) == expected)
  }

  @Test func shrinkingHeightFarMoreThanWidthGivesTheBytesOfPillow() {
    let expected: [UInt8] = [
      103, 148, 143, 144, 179, 173, 133, 161, 128, 182, 153, 105, 81, 129, 101,
    ]
    #expect(Resize(height: 5, width: 3)(picture(14, 4), height: 14, width: 4) == expected)
  }

  @Test func aSizeOfZeroStopsTheProgram() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Resize(height: 0, width: 96) }
    #expect(result!.standardErrorText.contains("0×96 was asked for"))
  }
}
