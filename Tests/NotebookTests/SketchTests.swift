import Foundation
import Plots
import TestSupport
import Testing

@testable import Notebook

/// Charts in lines of characters, for a terminal.
@Suite struct SketchTests {
  private func drawn(_ picture: Picture, _ terminal: Terminal) -> String? {
    switch picture.outline {
    case .lines(let chart): sketch(chart, terminal)
    case .bars(let chart): sketch(chart, terminal)
    case nil: nil
    }
  }

  private static let losses: LineChart = {
    var chart = LineChart("Loss", x: Axis("epoch"), y: Axis("mean"))
    chart.line("plain", [8, 6, 4, 4])
    chart.line("residual", [8, 4, 0, .nan])
    return chart
  }()

  @Test func aLineChartHasTitleNumbersAndALegend() throws {
    let text = try #require(drawn(Self.losses.picture(), .grayWindow(44)))
    #expect(
      text == """
        Loss · mean
        8 ┤oo                     o plain
          │ xooo                  x residual (diverg
        6 ┤   xxoooo
          │     x   ooo
        4 ┤      xx    ooooooooo
          │        xx
        2 ┤          x
          │           xx
        0 ┤             x
          └┬──────┬─────┬──────┬
           1      2     3      4  epoch
        """)
  }

  @Test func aLogarithmicAxisHasPowersOfTen() throws {
    var chart = LineChart("Gradient", x: Axis("layer"), y: Axis("", .logarithmic))
    chart.line("a", (0...8).map { pow(10, -Double($0)) })
    let text = try #require(drawn(chart.picture(), .plainFile))
    #expect(text.contains("10^-8 +") && text.contains("    1 + "))
    // On this axis the powers of ten are a straight line: each row has as much of it.
    let signs = text.split(separator: "\n").dropFirst(2).prefix(7).map { $0.count { $0 == "o" } }
    #expect(signs.allSatisfy { (6...9).contains($0) })
  }

  @Test(arguments: [40, 53, 80, 200]) func aChartHasTwelveRowsAndFitsTheWindow(columns: Int) throws
  {
    var chart = LineChart(
      "A title that is a good deal longer than forty columns, or so", x: Axis("batches, in tens"))
    for line in 0..<14 { chart.line("line number \(line) of several", [Double(line), 3, 1e9]) }
    chart.line("nothing", [])
    let lines = try #require(drawn(chart.picture(), .grayWindow(columns))).split(separator: "\n")
    #expect(lines.count <= 12 && lines.allSatisfy { $0.displayWidth <= min(columns, 80) })
    #expect(lines.contains { $0.hasSuffix("and 7 more") })
    #expect(lines.last?.hasSuffix("batches, in tens") == true)
  }

  @Test func inAVeryNarrowWindowThereIsNone() {
    #expect(drawn(Self.losses.picture(), .grayWindow(39)) == nil)
  }

  @Test func linesInOnePlaceTakeTurns() throws {
    var chart = LineChart("Same")
    chart.line("a", [1, 2])
    chart.line("b", [1, 2])
    let text = try #require(drawn(chart.picture(), .grayWindow(60)))
    let counts = ["o", "x"].map { sign in text.split(separator: sign).count }
    #expect(abs(counts[0] - counts[1]) <= 2)
  }

  @Test func aChartWithoutValuesIsDrawnEmpty() throws {
    for values in [[], [.nan], [-1, 0]] as [[Double]] {
      var chart = LineChart("None", y: Axis("", .logarithmic))
      chart.line("a", values)
      #expect(try #require(drawn(chart.picture(), .file)).hasPrefix("None\n"))
    }
  }

  @Test func barsAreAsLongAsTheirValues() throws {
    var chart = BarChart("Errors", unit: "%")
    chart.bar("plain", 20)
    chart.bar("residual", 10)
    chart.bar("diverged", .nan, label: "no number")
    #expect(
      drawn(chart.picture(), .grayWindow(42)) == """
        Errors
        plain     ━━━━━━━━━━━━━━━━━━━━━━ 20 %
        residual  ━━━━━━━━━━━ 10 %
        diverged   no number
        """)
  }

  @Test func negativeBarsExtendToTheLeft() throws {
    var chart = BarChart("Change")
    chart.bar("up", 3)
    chart.bar("down", -3)
    let text = drawn(chart.picture(), .plainFile) ?? ""
    let lines = text.split(separator: "\n")
    #expect(lines[1].prefix { $0 != "=" }.count > lines[2].prefix { $0 != "=" }.count)
    #expect(lines[1].hasSuffix("= 3") && lines[2].hasSuffix("= -3"))
  }

  @Test func ofManyBarsTenAreShown() throws {
    var chart = BarChart("Many")
    for i in 1...20 { chart.bar("bar \(i)", Double(i)) }
    let lines = try #require(drawn(chart.picture(), .file)).split(separator: "\n")
    #expect(lines.count == 12 && lines.last == "and 10 more")
  }

  @Test func onlyChartsHaveASketch() {
    var grid = ImageGrid("Pictures")
    grid.add(Pixels(width: 1, height: 1, gray: [0]))
    #expect(grid.picture().outline == nil)
  }

  @Test func chartsArePrintedInATerminalOrWhereAsked() {
    #expect(ChartOption.auto.applies(to: .window(80)) && !ChartOption.auto.applies(to: .file))
    #expect(ChartOption.always.applies(to: .file) && !ChartOption.never.applies(to: .window(80)))
  }
}
