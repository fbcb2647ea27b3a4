import Foundation
import Notebook
import Plots

// Tables and charts of the gradient by the length of its path.

extension PathLengths {
  /// How many paths of each length there are.
  var counts: [Double] { single.indices.map { waysToChoose($0, of: single.count - 1) } }

  /// The mean length of a path, each weighted by the norm of what comes back along it.
  var meanLength: Double { mean(shares) }

  /// The same, each length weighted by the norm of the sum over its paths.
  var meanLengthTogether: Double { mean(together) }

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
    header: ["branches", "paths"] + study.columns("gradient of one path")
      + study.columns("of all together"))
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

/// How long paths are, by what they are weighted with: on the mean, and how many have few branches.
func lengthTable(_ here: [Trial<NetModel, PathLengths>], _ study: Study) -> Table {
  let there = study.recorded.paths
  let third = (here[0].result.single.count - 1) / 3
  func digits(_ values: [Double]) -> String {
    values.isEmpty ? "" : "\(Spread(values, digits: 1))"
  }
  var table = Table(
    header: [""] + study.columns("branches, mean") + study.columns("\(third) at most, %"))
  func add(_ name: String, _ weights: @escaping (PathLengths) -> [Double]) {
    let means = study.cells(study.residual, here, there, as: digits) { mean(weights($0)) }
    let shares = study.cells(study.residual, here, there) { run in
      weights(run).prefix(third + 1).reduce(0, +) / weights(run).reduce(0, +)
    }
    table.add(cells: [name] + means + shares)
  }
  add("all paths", \.counts)
  add("weighted by the gradient of one path", \.shares)
  add("weighted by that of all of a length together", \.together)
  return table
}

/// The mean of 0, 1, 2 and so on, each with its weight.
private func mean(_ weights: [Double]) -> Double {
  weights.enumerated().reduce(0) { $0 + Double($1.0) * $1.1 } / weights.reduce(0, +)
}

/// Of the paths through so many blocks, the share whose number of branches is in a range.
func share(ofPathsWith lengths: ClosedRange<Int>, of blocks: Int) -> Double {
  lengths.reduce(0) { $0 + waysToChoose($1, of: blocks) } / pow(2, Double(blocks))
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
  let there = study.recorded.paths.of(study.residual)
  for (name, value, color) in [
    ("one path", \PathLengths.single, Color.orange), ("all together", \.together, .blue),
  ] {
    for run in there {
      chart.line("", points(run[keyPath: value]), color: color, dash: [2, 4])
    }
    for (i, run) in here.map(\.result).enumerated() {
      chart.line(i == 0 ? name : "", points(run[keyPath: value]), color: color)
    }
  }
  return chart.picture(height: 380)
}

/// The share of paths, and the share of the gradient, by length.
func shareChart(_ here: [Trial<NetModel, PathLengths>], _ study: Study) -> Picture {
  var chart = LineChart(
    "Most paths are long; the gradient comes along the short ones",
    x: Axis("branches on the path"), y: Axis("share"), names: .peaks)
  let counts = here[0].result.counts
  let all = counts.reduce(0, +)
  chart.line("paths", points(counts.map { $0 / all }), color: .gray)
  for run in study.recorded.paths.of(study.residual) where run.counts.count == counts.count {
    chart.line("", points(run.shares), color: .blue, dash: [2, 4])
  }
  for (i, run) in here.map(\.result).enumerated() {
    chart.line(i == 0 ? "gradient" : "", points(run.shares), color: .blue)
  }
  return chart.picture()
}

/// Values at 0, 1, 2 and so on.
private func points(_ values: [Double]) -> [Point] {
  values.enumerated().map { Point(Double($0), $1) }
}
