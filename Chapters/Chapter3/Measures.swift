import Autograd
import Layers
import Notebook
import Plots

// Sizes of tensors, as tables and checks of this chapter have them.

/// The root of the sum of all squares: the length.
func norm2(_ x: Tensor) -> Double {
  x.scalars.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
}

/// The root of the mean of all squares.
func rootMeanSquare(_ x: Tensor) -> Double { norm2(x) / Double(x.count).squareRoot() }

/// The largest difference between two tensors, number by number.
func distance(_ x: Tensor, _ y: Tensor) -> Float {
  zip(x.scalars, y.scalars).map { abs($0 - $1) }.max()!
}

/// The cosine of the angle between two gradients: 1 if they point the same way, 0 if they are orthogonal.
func cosine(_ x: Tensor, _ y: Tensor) -> Double {
  let product = zip(x.scalars, y.scalars).reduce(0) { $0 + Double($1.0) * Double($1.1) }
  return product / (norm2(x) * norm2(y))
}

/// Mean and deviation of each channel, and the γ and β that the last tensor should have them from.
func momentsTable(_ tensors: [(name: String, value: Tensor)], _ norm: BatchNorm2D) -> Table {
  var table = Table("", "channel", "mean", "deviation", "β", "γ")
  for (name, x) in tensors {
    let mean = x.mean(over: 0, 2, 3)
    let distance = x - mean
    let deviation = squareRoot((distance * distance).mean(over: 0, 2, 3)).scalars
    for c in deviation.indices {
      let isLast = name == tensors.last!.name
      table.add(
        name, c, decimals(Double(mean.scalars[c]), 3), decimals(Double(deviation[c]), 3),
        isLast ? decimals(Double(norm.bias.value.scalars[c]), 3) : "",
        isLast ? decimals(Double(norm.weight.value.scalars[c]), 3) : "")
    }
  }
  return table
}

/// How many numbers of the first channel lie where, before and behind a norm.
func histograms(_ tensors: [(name: String, value: Tensor)]) -> Picture {
  var chart = LineChart(
    "One channel before and behind a norm", x: Axis("value"), y: Axis("numbers of 144"),
    names: .peaks)
  for (name, x) in tensors {
    let (area, channels) = (x.shape[2] * x.shape[3], x.shape[1])
    let first = x.scalars.enumerated().filter { $0.offset / area % channels == 0 }.map(\.element)
    let bins = Dictionary(grouping: first) { $0.rounded() }
    let range = Int(first.min()!.rounded()) - 1...Int(first.max()!.rounded()) + 1
    chart.line(name, range.map { Point(Double($0), Double(bins[Float($0)]?.count ?? 0)) })
  }
  return chart.picture()
}

/// A running mean, batch by batch, beside the formula for a mean of 5.
func averageChart(_ means: [Double]) -> Picture {
  var chart = LineChart("A running mean on its way to 5", x: Axis("batches"), y: Axis(""))
  let steps = means.indices.map(Double.init)
  chart.line("measured", zip(steps, means).map { Point($0, $1) })
  chart.line(
    "5 (1 − 0.9ᵏ)",
    means.indices.map { k in
      Point(Double(k), 5 * (1 - (0..<k).reduce(1) { power, _ in 0.9 * power }))
    }, dash: [4, 3])
  return chart.picture()
}
