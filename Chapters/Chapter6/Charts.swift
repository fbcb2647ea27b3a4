import Notebook
import Plots

// Figures of trained nets: lines of this run, and a band of the recorded seeds.

extension Study {
  /// Adds the recorded seeds as a band around their mean, and this run's first net as a dashed line.
  fileprivate func draw<Result>(
    _ model: NetModel, _ here: [Trial<NetModel, Result>], _ there: [Trial<NetModel, Result>],
    in chart: inout LineChart, color: Color, from first: Int = 1, _ values: (Result) -> [Double]
  ) {
    func points(_ runs: [[Double]]) -> (points: [Point], spread: [Double]) {
      let columns = runs[0].indices.map { i in Spread(runs.map { 100 * $0[i] }) }
      return (
        columns.enumerated().map { Point(Double(first + $0), ($1.least + $1.greatest) / 2) },
        columns.map { ($0.greatest - $0.least) / 2 }
      )
    }
    let (ours, recorded) = (here.of(model).map(values), there.of(model).map(values))
    if !recorded.isEmpty {
      let band = points(recorded)
      chart.line(
        "\(model), recorded", band.points, spread: band.spread, color: color, dash: [2, 4])
    }
    if !ours.isEmpty {
      let band = points(ours)
      chart.line("\(model)", band.points, spread: band.spread, color: color)
    }
  }
}

/// The error after each deletion.
func deletionChart(_ here: [Trial<NetModel, [Double]>], _ study: Study) -> Picture {
  var chart = LineChart(
    "Test pictures not recognized after one block is deleted", x: Axis("block deleted"),
    y: Axis("of 100", range: 0...100))
  study.draw(
    study.plain, here, study.recorded.deletions, in: &chart, color: .orange, { $0 })
  study.draw(
    study.residual, here, study.recorded.deletions, in: &chart, color: .blue, { $0 })
  return chart.picture(height: 380)
}

/// The error of reordered nets by how far their order is from the net's own.
func orderChart(_ here: [Trial<NetModel, [Reordering]>], _ study: Study) -> Picture {
  var chart = LineChart(
    "Test pictures not recognized after blocks are swapped", x: Axis("1 − τ"),
    y: Axis("of 100", range: 0...100))
  func points(_ orders: [Reordering]) -> [Point] {
    orders.sorted { $0.tau > $1.tau }.map { Point(1 - $0.tau, 100 * $0.error) }
  }
  for (i, run) in study.recorded.orders.of(study.residual).enumerated() {
    chart.line(i == 0 ? "recorded" : "", points(run), color: .gray, dash: [2, 4])
  }
  for (i, run) in here.map(\.result).enumerated() {
    chart.line(i == 0 ? "\(study.residual)" : "", points(run), color: .blue)
  }
  return chart.picture()
}

/// The error of the classifier read behind each block of the second stage.
func readoutChart(_ here: [Trial<NetModel, Readout>], _ study: Study) -> Picture {
  var chart = LineChart(
    "Test pictures not recognized by the classifier behind a block", x: Axis("block"),
    y: Axis("of 100", range: 0...100))
  let first = here[0].result.ratios.count - here[0].result.errors.count + 1
  study.draw(
    study.residual, here, study.recorded.readouts, in: &chart, color: .blue, from: first, \.errors)
  return chart.picture()
}
