import Testing

@testable import Plots

@Suite struct EndNameTests {
  @Test func namesWithRoomStayWhereTheyAre() {
    #expect(spaced([10, 40, 90], gap: 15, from: 0, to: 100) == [10, 40, 90])
    #expect(spaced([], gap: 15, from: 0, to: 100) == [])
  }

  @Test func overlappingNamesShareTheirDisplacement() {
    #expect(spaced([50, 50], gap: 14, from: 0, to: 100) == [43, 57])
    #expect(spaced([50, 50, 53], gap: 15, from: 0, to: 100) == [36, 51, 66])
  }

  @Test func namesStayInside() {
    #expect(spaced([99, 99, 99], gap: 15, from: 0, to: 100) == [70, 85, 100])
    #expect(spaced([0, 0], gap: 15, from: 0, to: 100) == [0, 15])
  }

  @Test func aChartGrowsWithItsNames() {
    var chart = LineChart("Many", x: Axis("x"))
    for index in 0..<60 { chart.line("line \(index)", [0.5, 0.5]) }
    let picture = chart.picture(height: 200)
    #expect(picture.height > 60 * EndName.gap)
    let names = picture.marks.compactMap { mark -> Double? in
      guard case .text(let text, let point, _, _, _, _) = mark, text.hasPrefix("line") else {
        return nil
      }
      return point.y
    }
    #expect(names.count == 60)
    #expect(zip(names, names.dropFirst()).allSatisfy { $1 - $0 > EndName.gap - 0.001 })
    #expect(names.allSatisfy { $0 > 0 && $0 < picture.height })
  }
}
