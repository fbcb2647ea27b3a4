import Exercising
import Foundation
import Plots

/// The figure of a symptom, drawn from what the original and the changed file told.
extension SymptomFigure {
  /// - Parameters:
  ///   - original: the numbers of the original.
  ///   - changed: those of the changed file.
  func picture(original: [Double], changed: [Double]) -> Picture {
    let (original, changed) = (original.map(rounded), changed.map(rounded))
    switch chart {
    case .curve(let x, let y, let places, let isLogarithmic):
      return curves(
        original, changed, places, x: Axis(x), y: Axis(y, isLogarithmic ? .logarithmic : .linear))
    case .bars(let names, let unit):
      var bars = BarChart(title, unit: unit)
      for (i, name) in names.enumerated() where i < original.count && i < changed.count {
        bars.bar("\(name), right", original[i])
        bars.bar("\(name), \(self.changed)", changed[i], color: .orange)
      }
      return bars.picture(width: 520)
    case .pictures(let width):
      var grid = ImageGrid(title, columns: 2)
      for (numbers, name) in [(original, "right"), (changed, self.changed)] {
        let (low, high) = (numbers.min() ?? 0, numbers.max() ?? 0)
        let gray = numbers.map { UInt8(255 * ($0 - low) / max(high - low, 1e-9)) }
        grid.add(Pixels(width: width, height: gray.count / width, gray: gray), name)
      }
      return grid.picture(tile: 140)
    }
  }

  private func curves(
    _ original: [Double], _ changed: [Double], _ places: [Double], x: Axis, y: Axis
  ) -> Picture {
    var lines = LineChart(title, x: x, y: y)
    func points(_ numbers: [Double]) -> [Point] {
      numbers.enumerated().map { i, y in
        Point(places.indices.contains(i) ? places[i] : Double(i + 1), y)
      }
    }
    lines.line("right", points(original), color: .blue)
    lines.line(self.changed, points(changed), color: .orange)
    return lines.picture(width: 520, height: 250)
  }
}

/// A number with three digits, so that another processor's last digits give the same figure.
private func rounded(_ number: Double) -> Double {
  number.isFinite ? Double(String(format: "%.3g", number))! : number
}
