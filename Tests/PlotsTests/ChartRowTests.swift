import Testing

@testable import Plots

/// Charts in a row: where their panels stand, and the ticks that were chosen for an axis.
@Suite struct ChartRowTests {
  private func chart(_ title: String, ticks: [Double]? = nil) -> LineChart {
    var chart = LineChart(
      title, x: Axis("batch", .logarithmic, ticks: ticks), y: Axis(range: 0 ... .infinity))
    chart.line("one", [Point(16, 4), Point(64, 5), Point(512, 6)])
    return chart
  }

  private func texts(_ picture: Picture) -> [(text: String, at: Point)] {
    picture.marks.compactMap { mark in
      if case .text(let text, let point, _, _, _, _) = mark { (text, point) } else { nil }
    }
  }

  @Test func panelsStandSideBySideAndOnAPhoneBelowEachOther() throws {
    let picture = ChartRow("Time", ["A", "B", "C"].map { chart($0) }, notes: ["measured"]).picture()
    let places = texts(picture).filter { ["A", "B", "C"].contains($0.text) }.map(\.at)
    #expect(places.count == 3 && Set(places.map(\.y)).count == 1)
    #expect(abs(places[1].x - places[0].x - 700 / 3) < 1e-6)
    let phone = try #require(picture.phone?())
    let below = texts(phone).filter { ["A", "B", "C"].contains($0.text) }.map(\.at)
    #expect(below.count == 3 && Set(below.map(\.x)).count == 1 && below[0].y < below[1].y)
    for picture in [picture, phone] {
      for (text, at) in texts(picture) {
        #expect(at.y > 0 && at.y < picture.height && at.x > 0 && at.x < picture.width, "\(text)")
      }
    }
  }

  @Test func titleNoteAndDescriptionAreThere() {
    let picture = ChartRow("Time", [chart("A")], notes: ["measured"]).picture()
    #expect(
      texts(picture).map(\.text).first == "Time" && texts(picture).map(\.text).last == "measured")
    #expect(
      picture.title == "Time"
        && picture.description.hasPrefix("A. Line chart of values over batch. one: "))
  }

  @Test func chosenTicksAreWrittenWhereTheyAre() {
    let scale = Scale(
      Axis("", .logarithmic, ticks: [8, 16, 64, 512]), [16, 512], about: 5, tight: true)
    #expect(scale.ticks.map(\.label) == ["16", "64", "512"])
    #expect(zip(scale.ticks, [0, 0.4, 1]).allSatisfy { abs($0.position - $1) < 1e-9 })
    let linear = Scale(Axis("", ticks: [18, 152, 200]), [18, 152], about: 5, tight: true)
    #expect(linear.ticks.map(\.label) == ["18", "152"])
  }
}
