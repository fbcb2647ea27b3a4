import Foundation

@testable import Plots

/// A picture of every kind of chart.
func samples() -> [Picture] {
  var lines = LineChart("Loss", x: Axis("epoch"), y: Axis("loss", .logarithmic))
  lines.line("plain", (1...20).map { Point(Double($0), 1 / Double($0)) }, spread: [0.01] * 20)
  lines.line("residual", runs: [[3, 2, 1], [3, 1, 0.5, 0.2]])
  var bars = BarChart("Change", unit: "%")
  bars.bar("up", 3)
  bars.bar("down", -2, color: .orange)
  let matrix = ConfusionMatrix("Mistakes", names: ["cat", "dog"], counts: [[9, 1], [4, 6]])
  var images = ImageGrid("Digits", columns: 2)
  images.add(Pixels(width: 2, height: 2, gray: [0, 80, 160, 255]), "7")
  images.add(Pixels(width: 1, height: 1, rgb: [1, 2, 3]), "5 → 6", wrong: true)
  return [lines.picture(), bars.picture(), matrix.picture(), images.picture()]
}

func * (values: [Double], count: Int) -> [Double] {
  (0..<count).map { values[$0 % values.count] }
}
