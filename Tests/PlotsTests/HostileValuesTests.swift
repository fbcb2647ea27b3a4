import Testing

@testable import Plots

/// Charts of any values have finite coordinates only.
@Suite struct HostileValuesTests {
  static let values: [[Double]] = [
    [], [0], [1], [.nan], [.infinity], [-.infinity, .infinity], [5, 5, 5], [-1, -2],
    [1e308, -1e308],
    [1e300, -1e300, 0], [.leastNonzeroMagnitude, 1], [1, .nan, 2, .nan], [0, 0], [1e16, 1e16 + 2],
    [-0.0],
  ]

  @Test(arguments: values, [Axis.Kind.linear, .logarithmic])
  func lines(values: [Double], kind: Axis.Kind) throws {
    for range: ClosedRange<Double>? in [nil, 0...1, -5 ... -5, -.infinity ... .infinity, 3...1e308]
    {
      var chart = LineChart(
        "Chart", x: Axis("", kind, range: range), y: Axis("", kind, range: range))
      chart.line("values", values)
      chart.line("points", values.map { Point($0, $0) }, spread: values)
      chart.line("runs", runs: [values, values.reversed(), []])
      for size in [0, 1, 300, 1e9, -.infinity, .nan] {
        try expectNumbers(chart.picture(width: size, height: size))
      }
    }
  }

  @Test(arguments: values) func bars(values: [Double]) throws {
    var chart = BarChart("Chart", unit: "m")
    for value in values { chart.bar("", value) }
    for width in [0, 300, .nan] { try expectNumbers(chart.picture(width: width)) }
  }

  @Test(arguments: [0, 34, Double.nan, .infinity]) func tables(size: Double) throws {
    try expectNumbers(ConfusionMatrix("", names: ["a"], counts: [[Int.max]]).picture(cell: size))
    var grid = ImageGrid()
    grid.add(Pixels(width: 1, height: 1, gray: [0]))
    try expectNumbers(grid.picture(tile: min(size, 100)))
  }

  private func expectNumbers(_ picture: Picture) throws {
    #expect(picture.marks.allSatisfy { $0.canBeDrawn })
    let reader = try SVGReader(picture.svg())
    for element in reader.elements {
      for key in ["x", "y", "width", "height", "cx", "cy", "r", "points"] {
        let written = element.attributes[key] ?? "0"
        #expect(!written.contains("nan") && !written.contains("inf"))
      }
    }
    let least = reader.all("rect").compactMap { reader.number("width", of: $0) }.min() ?? 0
    #expect(least >= 0)
  }
}
