import Testing

@testable import Images

@Suite struct ChannelsTests {
  private let two = RGBImage(pixels: [255, 0, 0, 10, 20, 30], height: 1, width: 2)

  @Test func aPlaneIsOneChannelOfAllPixels() {
    #expect((0..<3).map(two.plane) == [[255, 10], [0, 20], [0, 30]])
    #expect(RGBImage(planes: (0..<3).map(two.plane), height: 1, width: 2) == two)
  }

  @Test func grayIsTheLuma() {
    // 0.299 · 255 = 76.2, and 0.299 · 10 + 0.587 · 20 + 0.114 · 30 = 18.15.
    #expect(two.grayed == RGBImage(gray: [76, 18], height: 1, width: 2))
    let grays = (0...255).map { UInt8($0) }
    let picture = RGBImage(gray: grays, height: 16, width: 16)
    #expect(picture.grayed == picture)
  }

  @Test func invertedTwiceItIsItself() {
    #expect(two.inverted.pixels == [0, 255, 255, 245, 235, 225])
    #expect(two.inverted.inverted == two)
  }
}
