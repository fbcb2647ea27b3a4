import Plots

/// How long the weights' gradients are, layer by layer: a line for each net.
func normChart(
  _ title: String, _ gradients: [GradientNorms], of contestants: [Contestant]
) -> Picture {
  var chart = LineChart(
    title, x: Axis("layer"), y: Axis("norm of the gradient of its weight", .logarithmic))
  for (net, found) in zip(contestants, gradients) {
    chart.line(net.name, found.norms, color: net.color, dash: net.dash)
  }
  return chart.picture(height: 380)
}

/// How the loss falls: a line for each net through the means of its runs, in a band of them all.
///
/// Ten losses at a time are averaged, so that a line can be followed. Runs whose loss is no number
/// in the end are left out.
func lossChart(
  _ title: String, _ runs: [Run], of contestants: [Contestant], to highest: Double
) -> Picture {
  var chart = LineChart(
    title, x: Axis("batches, in tens"), y: Axis("loss", range: 0...highest))
  for net in contestants {
    let runs = runs.named(net.name).filter { $0.lossAtEnd.isFinite }
    guard !runs.isEmpty else { continue }
    let losses = runs.map { $0.smoothed(over: 10) }
    chart.line(net.name, runs: losses, color: net.color, dash: net.dash)
  }
  return chart.picture(height: 380)
}
