import Notebook
import Plots
import Training

/// How a short training went.
struct Learned: Codable, Equatable {
  /// The mean over the last epoch.
  let loss: Double
  /// The share of test pictures that are recognized.
  let accuracy: Double

  init(_ epoch: Epoch) { (loss, accuracy) = (epoch.loss, epoch.accuracy) }
}

/// What each kind of block learned, from all seeds.
func kindTable(_ trials: [Trial<Kind, Learned>]) -> Table {
  var table = Table("block", "loss", "test accuracy, %", "each seed")
  for kind in Kind.allCases {
    guard let loss = trials.spread(of: kind, \.loss),
      let accuracy = trials.spread(of: kind, digits: 1, { 100 * $0.accuracy })
    else { continue }
    table.add(
      kind, loss, accuracy,
      trials.of(kind).map { decimals(100 * $0.accuracy, 1) }.joined(separator: ", "))
  }
  return table
}

/// A bar for each kind.
func kindChart(_ trials: [Trial<Kind, Learned>]) -> Picture {
  var chart = BarChart("Test pictures recognized, three seeds", unit: "%")
  for kind in Kind.allCases {
    guard let spread = trials.spread(of: kind, digits: 1, { 100 * $0.accuracy }) else { continue }
    chart.bar(kind.rawValue, spread.mean, spread: spread.range, label: "\(spread) %")
  }
  return chart.picture()
}
