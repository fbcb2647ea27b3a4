import Images
import Testing
import Training

@testable import Classify

@Suite struct PreparationsTests {
  @Test func eachChannelIsNormalizedByItself() throws {
    let preparation = Preparation(
      shorterSide: 4, side: 2, mean: [0, 0.5, 1], deviation: [1, 0.5, 0.25])
    let white = RGBImage(gray: Array(repeating: 255, count: 30), height: 5, width: 6)
    let tensor = try preparation(white, name: "white")
    #expect(tensor.shape == [1, 3, 2, 2])
    #expect(tensor.scalars == [1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0])
  }

  @Test func aNetOfOneChannelGetsGrayPictures() throws {
    let tensor = try Preparation.bare(side: 2, channels: 1)(
      RGBImage(gray: [0, 51, 102, 255], height: 2, width: 2), name: "gray")
    #expect(tensor.shape == [1, 1, 2, 2] && tensor.scalars == [0, 0.2, 0.4, 1])
  }
}
