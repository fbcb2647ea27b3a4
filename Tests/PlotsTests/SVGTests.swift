import Testing

@testable import Plots

@Suite struct SVGTests {
  @Test(arguments: samples()) func everyChartIsWellFormed(picture: Picture) throws {
    let root = try #require(try SVGReader(picture.svg()).elements.first)
    #expect(root.name == "svg")
    #expect(root.attributes["role"] == "img")
    #expect(root.attributes["aria-label"] == picture.title)
  }

  @Test(arguments: samples()) func everyChartHasATitleAndADescriptionForScreenReaders(
    picture: Picture
  ) throws {
    let reader = try SVGReader(picture.svg())
    #expect(reader.all("title").map(\.text) == [picture.title])
    let description = try #require(reader.all("desc").first)
    #expect(description.text.hasSuffix("."))
  }

  @Test func equalChartsGiveEqualBytes() {
    #expect(samples().map { $0.svg() } == samples().map { $0.svg() })
  }

  @Test(arguments: samples()) func thereAreNoIds(picture: Picture) throws {
    #expect(try SVGReader(picture.svg()).elements.allSatisfy { $0.attributes["id"] == nil })
  }

  @Test func markupInNamesIsEscaped() throws {
    let attack = "\"><script>alert('&')</script>"
    var chart = LineChart(attack, x: Axis(attack), y: Axis(attack))
    chart.line(attack, [1, 2, 3])
    let reader = try SVGReader(chart.picture(width: 2000, height: 800).svg())
    #expect(reader.count("script") == 0)
    #expect(reader.words.filter { $0 == attack }.count == 4)
    #expect(reader.elements[0].attributes["aria-label"] == attack)
  }

  @Test func controlCharactersAreReplaced() throws {
    let picture = Picture(width: 10, height: 10, title: "a\u{0}b\u{1B}c\u{FFFF}\nd")
    #expect(try SVGReader(picture.svg()).all("title")[0].text == "a\u{FFFD}b\u{FFFD}c\u{FFFD}\nd")
  }

  @Test func aMarkWithoutFiniteCoordinatesIsOmitted() throws {
    var picture = Picture(width: 10, height: 10, title: "")
    picture.marks = [
      .dot(Point(.nan, 1), radius: 1, .blue), .line([Point(0, 0), Point(1, .infinity)], .blue),
      .box(x: 0, y: 0, width: .nan, height: 1, .blue), .dot(Point(1, 1), radius: 1, .blue),
    ]
    let reader = try SVGReader(picture.svg())
    #expect(reader.count("circle") == 1)
    #expect(reader.count("polyline") == 0)
    #expect(reader.count("rect") == 1)  // the background
  }

  @Test func everyMarkIsAnElement() throws {
    var picture = Picture(width: 10, height: 10, title: "")
    let pixels = Pixels(width: 1, height: 1, gray: [0])
    picture.marks = [
      .line([Point(0, 0), Point(1.25, 1)], .ink, width: 2, dash: [1, 2]),
      .area([Point(0, 0), Point(1, 1), Point(1, 0)], .blue, opacity: 0.5),
      .box(x: 1, y: 2, width: 3, height: 4, .teal, radius: 1),
      .dot(Point(1, 2), radius: 3, .orange),
      .text("a", Point(1, 2), .muted, Font(9, bold: true), anchor: .end, turned: true),
      .image(pixels, x: 0, y: 0, width: 5, height: 5),
    ]
    let reader = try SVGReader(picture.svg())
    #expect(reader.all("polyline")[0].attributes["points"] == "0,0 1.25,1")
    #expect(reader.all("polyline")[0].attributes["stroke-dasharray"] == "1 2")
    #expect(reader.all("polygon")[0].attributes["fill-opacity"] == "0.5")
    #expect(reader.all("rect")[1].attributes["rx"] == "1")
    #expect(reader.all("circle")[0].attributes["fill"] == Color.orange.light)
    #expect(reader.all("text")[0].attributes["transform"] == "rotate(-90 1 2)")
    #expect(reader.all("image")[0].attributes["href"]?.hasPrefix("data:image/png;base64,") == true)
  }

  @Test(arguments: [
    (0.0, "0"), (-0.001, "0"), (1.5, "1.5"), (-2.05, "-2.05"), (12.346, "12.35"),
    (1e300, "1000000000"),
  ])
  func lengthsHaveTwoDecimals(value: Double, written: String) {
    #expect(svgNumber(value) == written)
  }
}
