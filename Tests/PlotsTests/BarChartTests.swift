import Testing

@testable import Plots

@Suite struct BarChartTests {
  @Test func barsAreAsLongAsTheirValues() throws {
    var chart = BarChart("Parameters")
    chart.bar("a", 10)
    chart.bar("b", 40)
    let bars = boxes(chart)
    #expect(abs(bars[1].width / bars[0].width - 4) < 1e-9)
    #expect(bars[0].x == bars[1].x)
    #expect(bars[1].x + bars[1].width < 560)
  }

  @Test func negativeBarsExtendToTheLeft() throws {
    var chart = BarChart("Change", unit: "%")
    chart.bar("up", 2)
    chart.bar("down", -1)
    let bars = boxes(chart)
    #expect(abs(bars[1].x + bars[1].width - bars[0].x) < 1e-9)
    #expect(abs(bars[0].width / bars[1].width - 2) < 1e-9)
    #expect(try SVGReader(chart.picture().svg()).words.contains("−1 %"))
  }

  @Test func onlyNegativeBarsStayInside() {
    var chart = BarChart("Change")
    chart.bar("down", -3)
    chart.bar("further down", -12_345)
    #expect(boxes(chart).allSatisfy { $0.x > 0 && $0.x + $0.width < 560 })
  }

  @Test func aValueWithoutALengthHasOnlyALabel() throws {
    var chart = BarChart("Change", unit: "%")
    for value: Double in [0, .nan, .infinity, -.infinity] { chart.bar("bar", value) }
    #expect(boxes(chart).isEmpty)
    let words = try SVGReader(chart.picture().svg()).words
    #expect(Set(["0 %", "not a number", "∞", "−∞"]).isSubset(of: words))
  }

  @Test func aWhiskerReachesFromTheLeastToTheGreatestValue() throws {
    var chart = BarChart("Errors")
    chart.bar("one seed", 20)
    chart.bar("three seeds", 20, spread: 10...40)
    let bars = boxes(chart)
    let lines = chart.picture().marks.compactMap { mark -> [Point]? in
      guard case .line(let points, .ink, _, _) = mark else { return nil }
      return points
    }
    let whisker = try #require(lines.first)
    #expect(lines.count == 3)
    #expect(abs(whisker[0].x - (bars[1].x + bars[1].width / 2)) < 1e-9)
    #expect(abs(whisker[1].x - (bars[1].x + 2 * bars[1].width)) < 1e-9)
    #expect(whisker[1].x < 560)
  }

  @Test func aSpreadThatIsNoNumberHasNoWhisker() {
    var chart = BarChart("Errors")
    chart.bar("diverged", 20, spread: -.infinity ... .infinity)
    #expect(boxes(chart).count == 1)
    #expect(!chart.picture().marks.contains { !$0.canBeDrawn })
  }

  @Test func theSmallestBarIsVisible() {
    var chart = BarChart("Parameters")
    chart.bar("few", 1e-12)
    chart.bar("many", .greatestFiniteMagnitude)
    chart.bar("less", -.greatestFiniteMagnitude)
    #expect(boxes(chart).map { $0.width >= 1 && $0.width < 560 } == [true, true, true])
  }

  @Test func barsAreBlueUnlessAColorIsGiven() {
    var chart = BarChart("Parameters")
    chart.bar("a", 1)
    chart.bar("b", 1, color: .teal)
    #expect(boxes(chart).map(\.color) == [.blue, .teal])
  }

  @Test func withoutBarsItSaysSo() throws {
    #expect(try SVGReader(BarChart("None").picture().svg()).words == ["None", "no values to draw"])
  }

  private typealias Box = (x: Double, width: Double, color: Color)

  private func boxes(_ chart: BarChart) -> [Box] {
    chart.picture().marks.compactMap { mark -> Box? in
      guard case .box(let x, _, let width, _, let color, _) = mark else { return nil }
      return (x, width, color)
    }
  }
}
