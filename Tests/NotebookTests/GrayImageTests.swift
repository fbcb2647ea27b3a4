import Testing

@testable import Notebook

struct GrayImageTests {
  @Test func shrinkingTakesTheMeanOfEachBlock() {
    let image = GrayImage([0, 100, 200, 100, 200, 0], height: 2, width: 3)
    #expect(image.shrunk(rows: 2, columns: 1).pixels == [50, 150, 100])
    #expect(image.shrunk(rows: 2, columns: 2).pixels == [100, 100])
    #expect(image.shrunk(rows: 1, columns: 1).pixels == image.pixels)
  }

  @Test func everyPixelCounts() async {
    await #expect(processExitsWith: .failure) { _ = GrayImage([1, 2, 3], height: 2, width: 2) }
  }
}
