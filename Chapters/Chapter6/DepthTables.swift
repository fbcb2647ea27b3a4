import Foundation
import Notebook
import Plots

/// A net of a hundred layers with tanh: plain or residual, and how large its weights begin.
struct DepthModel: Hashable, Encodable {
  let isResidual: Bool
  /// The root of the width times the variance of the weights.
  let sigma: Float

  var name: String { (isResidual ? "residual" : "plain") + ", σ = \(sigma)" }

  static let all = [false, true].flatMap { isResidual in
    [0.7, 2].map { DepthModel(isResidual: isResidual, sigma: $0) }
  }
}

/// The gradient norms of one net: before the first layer, and behind each.
typealias DepthTrials = [Trial<DepthModel, [Double]>]

/// Of how much the logarithm of the gradient changes over all layers, the share of the first quarter.
func shareOfFirstQuarter(_ norms: [Double]) -> Double {
  let last = norms.count - 1
  return Foundation.log(norms[0] / norms[last / 4]) / Foundation.log(norms[0] / norms[last])
}

func depthTable(_ trials: DepthTrials) -> Table {
  var table = Table(
    "net", "at the end", "in the middle", "a quarter in", "at the start",
    "share of the first quarter")
  for model in DepthModel.all {
    let same = trials.of(model)
    let places = [100, 50, 25, 0].map { i in
      same.reduce(1) { $0 * pow($1[i], 1 / Double(same.count)) }
    }
    table.add(
      cells: [model.name] as [Any] + places + [Spread(same.map(shareOfFirstQuarter), digits: 2)])
  }
  return table
}

func depthChart(_ trials: DepthTrials) -> Picture {
  var chart = LineChart(
    "The gradient through a hundred layers with tanh", x: Axis("layers passed"),
    y: Axis("norm of the gradient", .logarithmic))
  for model in DepthModel.all {
    chart.line(
      model.name, runs: trials.of(model), color: model.isResidual ? .blue : .orange,
      dash: model.sigma < 1 ? [5, 4] : [])
  }
  return chart.picture(height: 380)
}
