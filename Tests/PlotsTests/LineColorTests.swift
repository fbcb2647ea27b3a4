import Testing

@testable import Plots

@Suite struct LineColorTests {
  @Test func linesTakeTheColorsThatNoOtherLineHas() {
    var chart = LineChart("Chart")
    chart.line("a", [1])
    chart.line("b", [1], color: .teal)
    chart.line("c", [1], color: .blue)
    chart.line("d", [1])
    #expect(chart.lineColors().map(\.color) == [.orange, .teal, .blue, .gold])
  }

  @Test func whenAllColorsAreUsedTheyRepeatDashed() {
    var chart = LineChart("Chart")
    for index in 0..<14 { chart.line("\(index)", [1]) }
    let looks = chart.lineColors()
    #expect(looks.prefix(6).allSatisfy { $0.dash.isEmpty })
    #expect(looks.dropFirst(6).allSatisfy { !$0.dash.isEmpty })
    #expect(looks[6].color == looks[0].color)

    for color in Color.series { chart.line("", [1], color: color) }
    #expect(chart.lineColors().first?.dash == [6, 4])
  }
}
