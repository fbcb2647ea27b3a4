import Notebook
import Plots

/// The variances of what a block adds up.
struct BranchVariance: Encodable {
  let branch, shortcut: Double

  var ratio: Double { branch / shortcut }
}

typealias VarianceTrials = [Trial<Bool, [BranchVariance]>]

extension [Trial<Bool, [BranchVariance]>] {
  /// A value of one block, from all seeds.
  func values(hasNorms: Bool, block: Int, _ value: KeyPath<BranchVariance, Double>) -> [Double] {
    of(hasNorms).map { $0[block - 1][keyPath: value] }
  }
}

/// Branch over shortcut, with norms and without, and 1 / l.
func varianceTable(_ trials: VarianceTrials) -> Table {
  var table = Table(
    "block l", "1 / l", "branch : shortcut, norms", "without", "variance of x, norms", "without")
  for block in [1, 2, 4, 8, 16, 32, 64] {
    func spread(_ hasNorms: Bool, _ value: KeyPath<BranchVariance, Double>) -> Spread {
      Spread(trials.values(hasNorms: hasNorms, block: block, value))
    }
    table.add(
      block, decimals(1 / Double(block), 3), spread(true, \.ratio), spread(false, \.ratio),
      spread(true, \.shortcut).mean, spread(false, \.shortcut).mean)
  }
  return table
}

/// Branch over shortcut, block by block.
func varianceChart(_ trials: VarianceTrials) -> Picture {
  var chart = LineChart(
    "Variance of the branch, divided by that of the shortcut", x: Axis("block"),
    y: Axis("", .logarithmic))
  for hasNorms in [true, false] {
    chart.line(
      hasNorms ? "with norms" : "without", runs: trials.of(hasNorms).map { $0.map(\.ratio) },
      color: hasNorms ? .blue : .orange)
  }
  chart.line("1 / l", (1...64).map { 1 / Double($0) }, color: .gray, dash: [4, 3])
  return chart.picture()
}
