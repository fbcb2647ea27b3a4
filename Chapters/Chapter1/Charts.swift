import Notebook
import Plots

/// The norm of each weight's gradient, layer by layer: a line for each net.
func normChart(_ title: String, _ gradients: [Trial<Model, GradientNorms>]) -> Picture {
  var chart = LineChart(
    title, x: Axis("layer"), y: Axis("gradient norm", .logarithmic))
  for found in gradients {
    let model = found.model
    chart.line("\(model)", found.result.norms, color: model.color, dash: model.dash)
  }
  return chart.picture(height: 380)
}

/// How the loss falls: a line for each net through the means of its runs, in a band of them all.
///
/// Ten losses at a time are averaged, so that a line can be followed. Runs whose loss is no number
/// in the end are left out.
func lossChart(
  _ title: String, _ trials: [Trial<Model, Outcome>], of models: [Model], to highest: Double
) -> Picture {
  var chart = LineChart(
    title, x: Axis("batches, in tens"), y: Axis("loss", range: 0...highest))
  for model in models {
    let runs = trials.of(model).filter { $0.lossAtEnd.isFinite }
    guard !runs.isEmpty else { continue }
    chart.line("\(model)", runs: runs.map(\.losses), color: model.color, dash: model.dash)
  }
  return chart.picture(height: 380)
}
