import Testing

@testable import Plots

@Suite struct LineChartTests {
  @Test func everyLineHasAStrokeADotAndAName() throws {
    var chart = LineChart("Loss")
    chart.line("plain", [3, 2, 1])
    chart.line("residual", [2, 1, 0.5])
    let reader = try SVGReader(chart.picture().svg())
    #expect(strokes(reader).count == 2)
    #expect(reader.count("circle") == 2)
    #expect(Set(["plain", "residual", "Loss"]).isSubset(of: reader.words))
  }

  @Test func fewPointsMayEachHaveADot() throws {
    var chart = LineChart("Time", y: Axis(range: 0...3))
    chart.line("one", [Point(1, 1), Point(2, 2), Point(3, .nan), Point(4, 9)], dots: true)
    // Two dots inside of the frame, and that at the line's end, which stands at its upper edge.
    #expect(try SVGReader(chart.picture().svg()).count("circle") == 3)
  }

  @Test func spreadDrawsABand() throws {
    var chart = LineChart("Loss")
    chart.line("plain", [Point(1, 1), Point(2, 2)], spread: [0.5, 0.5])
    #expect(try SVGReader(chart.picture().svg()).count("polygon") == 1)
  }

  @Test func runsAreDrawnAsTheirMeanInABand() throws {
    var chart = LineChart("Loss")
    chart.line("plain", runs: [[1, 2, 3], [3, 2]])
    #expect(chart.lines[0].points == [Point(1, 2), Point(2, 2), Point(3, 3)])
    #expect(chart.lines[0].band.map(\.low) == [1, 2, 3])
    #expect(chart.lines[0].band.map(\.high) == [3, 2, 3])
  }

  @Test func aMissingValueLeavesAGap() throws {
    var chart = LineChart("Loss")
    chart.line("plain", [1, 2, .nan, 3, .infinity, 2, 1])
    let reader = try SVGReader(chart.picture().svg())
    #expect(strokes(reader).count == 2)
    #expect(reader.count("circle") == 2)  // the value between two gaps, and the end
  }

  @Test func aDivergedLineEndsInACross() throws {
    var chart = LineChart("Loss")
    chart.line("plain", [1, 5, 100, .infinity, .nan])
    let reader = try SVGReader(chart.picture().svg())
    #expect(reader.count("circle") == 0)
    #expect(strokes(reader).count == 3)
    #expect(reader.words.contains("plain"))
  }

  @Test func onALogarithmicAxisZeroIsAGapButABandIsCutOff() throws {
    var chart = LineChart("Loss", y: Axis("", .logarithmic))
    chart.line("a", [1, 0.1, 0, -1, 0.1, 1])
    chart.line("b", [Point(1, 1), Point(6, 1)], spread: [0.5, 2])
    let reader = try SVGReader(chart.picture().svg())
    #expect(strokes(reader).count == 3)
    #expect(reader.count("polygon") == 1)
  }

  @Test func aBandCloseToZeroDoesNotTakeTheWholeLogarithmicAxis() throws {
    var chart = LineChart("Loss", y: Axis("", .logarithmic))
    chart.line("a", [Point(1, 1), Point(2, 3)], spread: [1 - 1e-14, 1])
    let words = try SVGReader(chart.picture().svg()).words
    #expect(words.contains("5") && !words.contains { $0.contains("⁻") })
  }

  @Test func linesAreClippedToTheRange() {
    var chart = LineChart("Loss", y: Axis(range: 0...1))
    chart.line("a", [0.5, 100, 0.5])
    let picture = chart.picture()
    for case .line(let points, _, _, _) in picture.marks {
      #expect(points.allSatisfy { $0.y >= 0 && $0.y <= picture.height })
    }
  }

  @Test func withoutValuesItSaysSo() throws {
    for values: [Double]? in [nil, [], [.nan]] {
      var chart = LineChart("Loss", x: Axis("epoch"))
      if let values { chart.line("plain", values) }
      #expect(try SVGReader(chart.picture().svg()).words.contains("no values to draw"))
    }
  }

  @Test func sixtyThousandValuesMakeASmallFile() {
    let values = (0..<60_000).map { Double($0 * 7919 % 1000) }
    var chart = LineChart("Loss")
    chart.line("raw", values)
    #expect(chart.picture().svg().utf8.count < 100_000)
    let points = values.enumerated().map { Point(Double($0) / 100, $1) }
    let kept = thinned(points)
    #expect(kept.count <= 4 * 1201)
    #expect(kept.map(\.y).max() == 999 && kept.map(\.y).min() == 0)
    #expect(kept.first == points.first && kept.last == points.last)
  }

  @Test func theDescriptionHasTheFirstAndLastValues() {
    var chart = LineChart("Loss", x: Axis("epoch"), y: Axis("cross-entropy"))
    chart.line("plain", [2.5, 1, 0.25])
    #expect(
      chart.picture().description
        == "Line chart of cross-entropy over epoch. plain: from 2.5 at 1 to 0.25 at 3.")
  }

  @Test func tooFewSpreadsStopWithASentence() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var chart = LineChart("Loss")
      chart.line("plain", [Point(1, 1), Point(2, 2)], spread: [1])
    }
    let said = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(said.contains("The line \"plain\" has 2 points but 1 spreads"))
  }

  private func strokes(_ reader: SVGReader) -> [SVGReader.Element] {
    reader.all("polyline").filter { $0.attributes["stroke-width"] == "2" }
  }
}

@Suite struct NamesAtPeaksTests {
  @Test func namesOfDistributionsStandBesideTheirHighestPoints() {
    var chart = LineChart("Distributions", names: .peaks)
    chart.line("narrow", [Point(0, 0), Point(1, 8), Point(1.2, 0)])
    chart.line("wide", [Point(0, 0), Point(4, 3), Point(9, 0)])
    let picture = chart.picture()
    func place(_ wanted: String) -> Point? {
      for case .text(wanted, let point, _, _, _, _) in picture.marks { return point }
      return nil
    }
    let highest = picture.marks.compactMap { mark -> Point? in
      guard case .line(let points, _, 2, _) = mark else { return nil }
      return points.min { $0.y < $1.y }
    }
    // Beside the narrow one its own line is in no name's way; above the wide one, neither is.
    #expect(place("narrow") == Point(highest[0].x + 7, highest[0].y + 4))
    #expect(place("wide").map { $0.y < highest[1].y } == true)
  }
}
