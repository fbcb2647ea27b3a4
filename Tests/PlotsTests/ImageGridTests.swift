import Testing

@testable import Plots

@Suite struct ImageGridTests {
  let digit = Pixels(width: 28, height: 28, gray: [UInt8](repeating: 9, count: 784))

  @Test func imagesAreInRows() throws {
    var grid = ImageGrid("Digits", columns: 3)
    for index in 0..<7 { grid.add(digit, "\(index)", wrong: index == 5) }
    let reader = try SVGReader(grid.picture().svg())
    #expect(Set(reader.all("image").map { $0.attributes["x"] }).count == 3)
    #expect(Set(reader.all("image").map { $0.attributes["y"] }).count == 3)
    #expect(reader.words == ["Digits"] + (0..<7).map(String.init))
    let wrong = reader.all("text").filter { $0.attributes["fill"] == Color.orange.light }
    #expect(wrong.map(\.text) == ["5"])
  }

  @Test func aLongCaptionContinuesOnASecondLine() throws {
    var grid = ImageGrid()
    for caption in ["Shirt", "T-shirt/top → Ankle boot"] { grid.add(digit, caption) }
    let reader = try SVGReader(grid.picture().svg())
    #expect(reader.words == ["Shirt", "T-shirt/top →", "Ankle boot"])
    let last = try #require(reader.all("text").last?.attributes["y"].flatMap(Double.init))
    #expect(last + 3 < grid.picture().height)
  }

  @Test func smallImagesAreEnlargedForRenderersThatInterpolate() {
    var grid = ImageGrid()
    grid.add(digit)
    grid.add(Pixels(width: 300, height: 300, gray: [UInt8](repeating: 9, count: 90_000)))
    let widths = grid.picture(tile: 56).marks.compactMap { mark -> Int? in
      guard case .image(let pixels, _, _, _, _) = mark else { return nil }
      return pixels.width
    }
    #expect(widths == [112, 300])
  }

  @Test func withoutImagesItSaysSo() throws {
    #expect(try SVGReader(ImageGrid().picture().svg()).words == ["no images"])
  }

  @Test func noColumnsStopWithASentence() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = ImageGrid(columns: 0)
    }
    let said = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(said.contains("A grid of images was given 0 columns"))
  }
}
