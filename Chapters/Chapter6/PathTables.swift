import Foundation
import Notebook
import Plots

// Tables and charts of the gradient by the length of its path.

extension PathLengths {
  /// How many paths of each length there are.
  var counts: [Double] { single.indices.map { waysToChoose($0, of: single.count - 1) } }

  /// The mean length of a path, each weighted by the norm of what comes back along it.
  var meanLength: Double {
    let weights = zip(counts, single).map { $0 * $1 }
    return weights.enumerated().reduce(0) { $0 + Double($1.0) * $1.1 } / weights.reduce(0, +)
  }

  /// Of the number of paths times the gradient of one, the share of each length.
  var shares: [Double] {
    let weights = zip(counts, single).map { $0 * $1 }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }
}

/// Paths and gradients by length.
func pathTable(_ here: [Trial<NetModel, PathLengths>], _ study: Study) -> Table {
  let there = study.recorded.paths
  var table = Table(
    header: ["branches on the path", "paths", "gradient of one"] + study.recordedColumn
      + ["of all such paths together"] + study.recordedColumn)
  let n = here[0].result.single.count - 1
  for k in stride(from: 0, through: n, by: 2) {
    func cells(_ value: @escaping (PathLengths) -> Double) -> [String] {
      study.cells(study.residual, here, there, as: orders, value)
    }
    table.add(
      cells: [k, waysToChoose(k, of: n)] + cells { $0.single[k] } + cells { $0.together[k] })
  }
  return table
}

/// Values that are apart by powers of ten: the geometric mean, the least and the greatest.
private func orders(_ values: [Double]) -> String {
  func text(_ x: Double) -> String { String(format: "%.1e", x) }
  guard values.count > 1 else { return values.first.map(text) ?? "" }
  let mean = values.reduce(1) { $0 * pow($1, 1 / Double(values.count)) }
  return "\(text(mean)) (\(text(values.min()!)) to \(text(values.max()!)))"
}

/// The gradient along one path, and along all of a length, by length.
func pathChart(_ here: [Trial<NetModel, PathLengths>], _ study: Study) -> Picture {
  var chart = LineChart(
    "Gradient by the number of branches on its path", x: Axis("branches on the path"),
    y: Axis("norm of the gradient", .logarithmic))
  func line(_ name: String, _ value: KeyPath<PathLengths, [Double]>, _ color: Color) {
    for result in here.map(\.result) {
      chart.line(
        name, result[keyPath: value].enumerated().map { Point(Double($0), $1) }, color: color)
    }
  }
  line("one path", \.single, .orange)
  line("all paths of that length", \.together, .blue)
  return chart.picture(height: 380)
}

/// The share of paths, and the share of the gradient, by length.
func shareChart(_ here: [Trial<NetModel, PathLengths>], _ study: Study) -> Picture {
  var chart = LineChart(
    "Most paths are long; the gradient comes along the short ones",
    x: Axis("branches on the path"), y: Axis("share"))
  func points(_ values: [Double]) -> [Point] {
    values.enumerated().map { Point(Double($0), $1) }
  }
  let first = here[0].result
  let all = first.counts.reduce(0, +)
  chart.line("paths", points(first.counts.map { $0 / all }), color: .gray)
  for result in here.map(\.result) { chart.line("gradient", points(result.shares), color: .blue) }
  return chart.picture()
}
