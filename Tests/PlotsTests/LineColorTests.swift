import Testing

@testable import Plots

@Suite struct LineColorTests {
  @Test func aNameKeepsItsColorAcrossCharts() {
    let colors: [String: Color] = ["plain": .orange, "residual": .blue]
    var first = LineChart("First", colors: colors)
    first.line("residual", [1])
    first.line("plain", [1])
    var second = LineChart("Second", colors: colors)
    second.line("plain", [1])
    #expect(first.lineColors().map(\.color) == [.blue, .orange])
    #expect(second.lineColors().map(\.color) == [.orange])
  }

  @Test func othersTakeTheColorsThatAreFree() {
    var chart = LineChart("Chart", colors: ["plain": .blue])
    chart.line("a", [1])
    chart.line("b", [1], color: .teal)
    chart.line("plain", [1])
    chart.line("c", [1])
    #expect(chart.lineColors().map(\.color) == [.orange, .teal, .blue, .purple])
  }

  @Test func aLinesOwnColorGoesFirst() {
    var chart = LineChart("Chart", colors: ["plain": .blue])
    chart.line("plain", [1], color: .rose)
    #expect(chart.lineColors().map(\.color) == [.rose])
  }

  @Test func whenAllAreTakenTheyBeginAgainDashed() {
    var chart = LineChart("Chart")
    for index in 0..<14 { chart.line("\(index)", [1]) }
    let looks = chart.lineColors()
    #expect(looks.prefix(6).allSatisfy { $0.dash.isEmpty })
    #expect(looks.dropFirst(6).allSatisfy { !$0.dash.isEmpty })
    #expect(looks[6].color == looks[0].color)

    let all = Dictionary(uniqueKeysWithValues: Color.series.map { ($0.day, $0) })
    var last = LineChart("Chart", colors: all)
    last.line("another", [1])
    #expect(last.lineColors().first?.dash.isEmpty == false)
  }
}
