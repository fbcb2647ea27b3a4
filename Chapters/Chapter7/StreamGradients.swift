import Autograd
import Chapter7Blocks
import Notebook
import Plots

typealias Mixing = HyperConnection.Mixing

/// The largest sum of absolute values in a row of a matrix.
func gain(of matrix: Tensor) -> Double {
  let columns = matrix.shape[1]
  let sizes = matrix.scalars.map { Double(abs($0)) }
  return (0..<matrix.shape[0]).map { sizes[$0 * columns..<($0 + 1) * columns].reduce(0, +) }.max()!
}

/// The value below which this share of the values lies.
func quantile(_ share: Double, of values: [Double]) -> Double {
  let sorted = values.sorted()
  return sorted[Int((share * Double(sorted.count - 1)).rounded())]
}

/// The gain of products of 10, 30 and 60 matrices: median and quartiles.
func gainTable(_ trials: [Trial<Mixing, [Double]>]) -> Table {
  var table = Table("mixing", "layers", "a quarter below", "median", "a quarter above")
  for mixing in [Mixing.free, .doublyStochastic] {
    for layers in [10, 30, 60] {
      let gains = trials.of(mixing).map { $0[layers - 1] }
      let quartiles = [0.25, 0.5, 0.75].map { decimals(quantile($0, of: gains), 1) }
      table.add(mixing.rawValue, layers, quartiles[0], quartiles[1], quartiles[2])
    }
  }
  return table
}

/// The gain, layer by layer: median, and the quartiles in thin dashes.
func gainChart(_ trials: [Trial<Mixing, [Double]>]) -> Picture {
  var chart = LineChart(
    "The gain of a product of mixing matrices", x: Axis("layers"), y: Axis("gain", .logarithmic))
  for (mixing, color) in [(Mixing.free, Color.orange), (.doublyStochastic, .blue)] {
    let runs = trials.of(mixing)
    func line(_ share: Double) -> [Double] {
      (0..<60).map { layer in quantile(share, of: runs.map { $0[layer] }) }
    }
    chart.line(mixing.rawValue, line(0.5), color: color)
    guard mixing == .free else { continue }
    chart.line("three quarters below", line(0.75), color: color, dash: [4, 3])
    chart.line("a quarter below", line(0.25), color: color, dash: [4, 3])
  }
  return chart.picture()
}

/// Features and gradient along the streams of a net that has just been made.
struct StreamGradient: Encodable {
  /// Before the first branch, and after each.
  let gradients, sizes: [Double]
  /// How far the streams are from their mean at the end, as a share of its size.
  let apart: Double

  init(at places: [Tensor], _ loss: Tensor) {
    gradients = gradientNorms(at: places, of: loss)
    sizes = places.map { rootMeanSquare($0) }
    let last = places.last!.detached
    let mean = last.mean(over: 0)
    apart = rootMeanSquare(last - mean) / rootMeanSquare(mean)
  }
}

/// How features grow on their way, and gradients on theirs.
func streamTable(_ trials: [Trial<Mixing, StreamGradient>]) -> Table {
  var table = Table(
    "streams", "features, end : start", "gradient, start : end", "streams apart at the end")
  for mixing in Mixing.allCases {
    let same = trials.of(mixing)
    table.add(
      mixing.rawValue, range(same.map { $0.sizes.last! / $0.sizes[0] }),
      range(same.map { $0.gradients[0] / $0.gradients.last! }), range(same.map(\.apart)))
  }
  return table
}

private func range(_ values: [Double]) -> String {
  let texts = [values.min()!, values.max()!].map {
    $0 >= 100 ? decimals($0, 0) : decimals($0, $0 < 1 ? 3 : 1)
  }
  return texts[0] == texts[1] ? texts[0] : "\(texts[0]) to \(texts[1])"
}

/// The gradient along the streams.
func streamChart(_ trials: [Trial<Mixing, StreamGradient>]) -> Picture {
  var chart = LineChart(
    "The gradient along four streams", x: Axis("branches passed"),
    y: Axis("norm of the gradient", .logarithmic))
  for mixing in Mixing.allCases {
    chart.line(mixing.rawValue, runs: trials.of(mixing).map(\.gradients))
  }
  return chart.picture()
}
