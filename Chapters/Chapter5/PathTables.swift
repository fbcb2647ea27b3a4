import Chapter5Net
import Foundation
import Notebook
import Plots

// Tables, charts and bounds of the gradient along a hundred blocks.

typealias CutTrials = [Trial<PathModel, PathGradient>]

extension CutTrials {
  /// The results of one ordering with these paths.
  func of(_ ordering: Ordering, _ paths: Paths) -> [PathGradient] {
    of(PathModel(ordering: ordering, paths: paths))
  }
}

/// Of each ordering, the gradient norm at the start divided by that at the end, by the paths that are left.
func cutTable(_ gradients: CutTrials) -> Table {
  var table = Table(
    "ordering", "paths", "start : end, least", "start : end, greatest", "factor per block")
  for model in PathModel.all {
    let same = gradients.of(model)
    let ratios = Spread(same.map(\.ratio))
    table.add(
      model.ordering.title, model.paths.title, ratios.least, ratios.greatest,
      ratios.greatest == 0 ? "0.000" : "\(Spread(same.map(\.perBlock)))")
  }
  return table
}

/// BN after addition: the gradient along both paths, and along each alone.
func cutChart(_ gradients: CutTrials) -> Picture {
  var chart = LineChart(
    "BN after addition: each path alone decays, both together grow", x: Axis("blocks passed"),
    y: Axis("norm of the gradient", .logarithmic))
  for paths in Paths.allCases {
    chart.line(paths.title, runs: gradients.of(.normAfterAddition, paths).map(\.norms))
  }
  return chart.picture(height: 380)
}

extension Checks {
  /// How the gradient comes back along one path alone.
  ///
  /// Measured over seeds 1 to 6 on Fashion-MNIST, with the norm behind the sum: 1e-16 to 1.6e-13 along the
  /// shortcuts, 5e-6 to 4.5e-5 along the branches. With the other orderings, over seeds 1 to 3: 0.19 to 0.77 along
  /// the shortcuts, and 0 along the branches.
  mutating func expectCuts(_ gradients: CutTrials) {
    for ordering in Ordering.allCases {
      let isAfter = ordering == .normAfterAddition
      let (shortcuts, branches) = (
        gradients.of(ordering, .shortcuts).map(\.ratio),
        gradients.of(ordering, .branches).map(\.ratio)
      )
      let claim = "\(ordering.title), start : end along the"
      expect("\(claim) shortcuts alone", got: shortcuts, isAfter ? .atMost(1e-9) : .atLeast(0.05))
      expect("\(claim) branches alone", got: branches, isAfter ? .atMost(1e-2) : .atMost(1e-9))
      if isAfter { expect("and not less than", got: branches, .atLeast(1e-8)) }
    }
  }

  /// Per block, the two paths' factors and that of both.
  ///
  /// Measured over seeds 1 to 6 with the norm behind the sum: 0.69 to 0.75, 0.885 to 0.905, and 1.161 to
  /// 1.189, which is 1.010 to 1.031 times the root of the sum of squares; of 0.7 and 0.9 that root is 1.140.
  mutating func expectSquaresToAdd(_ gradients: CutTrials) {
    func factors(_ paths: Paths) -> [Double] {
      gradients.of(.normAfterAddition, paths).map(\.perBlock)
    }
    let (both, shortcuts, branches) = (factors(.both), factors(.shortcuts), factors(.branches))
    expect("per block, the shortcut alone passes a factor of", got: shortcuts, .atMost(0.85))
    expect("the branch alone", got: branches, .atMost(0.97))
    expect("both together", got: both, .atLeast(1.1))
    let roots = zip(shortcuts, branches).map { ($0 * $0 + $1 * $1).squareRoot() }
    expect(
      "which is the root of the sum of the squares, but for a share of",
      got: zip(both, roots).map { abs($0 / $1 - 1) }, .atMost(0.06))
  }
}
