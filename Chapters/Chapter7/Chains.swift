import Notebook
import Plots

/// Convolutions one behind another, or in a dense block.
struct ChainModel: Hashable, Codable, CustomStringConvertible {
  let layers: Int
  let isDense: Bool

  var description: String { isDense ? "dense" : "in a row" }

  static let all = [10, 40, 100].flatMap { layers in
    [false, true].map { ChainModel(layers: layers, isDense: $0) }
  }
}

/// Of each, the norm of the first convolution's gradient, divided by that of the last one's.
func chainTable(_ trials: [Trial<ChainModel, [Double]>]) -> Table {
  var table = Table("layers", "how", "first : last, least", "first : last, greatest")
  for model in ChainModel.all {
    guard let ratio = trials.spread(of: model, { $0[0] / $0[$0.count - 1] }) else { continue }
    table.add(model.layers, model, ratio.least, ratio.greatest)
  }
  return table
}

/// The gradient of each convolution in nets of a hundred.
func chainChart(_ trials: [Trial<ChainModel, [Double]>]) -> Picture {
  var chart = LineChart(
    "The gradient along a hundred convolutions", x: Axis("convolution"),
    y: Axis("gradient, relative", .logarithmic))
  for model in ChainModel.all where model.layers == 100 {
    chart.line(model.description, runs: trials.of(model))
  }
  return chart.picture()
}
