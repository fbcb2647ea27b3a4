import Plots

/// How long the weights' gradients are, layer by layer: a line for each net.
func normChart(_ title: String, _ nets: [(Contestant, GradientNorms)]) -> Picture {
  var chart = LineChart(
    title, x: Axis("layer"), y: Axis("norm of the gradient of its weight", .logarithmic))
  for (net, gradients) in nets {
    chart.line(net.name, gradients.norms, color: net.color, dash: net.dash)
  }
  return chart.picture(height: 380)
}

/// How the loss falls: a line for each net through the means of its runs, in a band of all of them.
///
/// - Parameters:
///   - length: how many batches in a row are averaged, so that a line can be followed.
///   - highest: the top of the loss axis.
func lossChart(
  _ title: String, _ runs: [Run], of contestants: [Contestant], smoothedOver length: Int,
  to highest: Double
) -> Picture {
  var chart = LineChart(
    title, x: Axis("\(length) batches each"), y: Axis("loss", range: 0...highest))
  for net in contestants {
    let losses = runs.named(net.name).map { $0.smoothed(over: length) }
    chart.line(net.name, runs: losses, color: net.color, dash: net.dash)
  }
  return chart.picture(height: 380)
}
