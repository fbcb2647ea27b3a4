import Chapter5Net
import Notebook

/// The gradient at the start divided by that at the end, and the size of the features, by depth and shortcut.
func projectionTable(
  _ trials: [Trial<NarrowModel, PathGradient>], _ models: [NarrowModel]
) -> Table {
  var table = Table(
    "shortcut", "layers", "blocks", "start : end, least", "greatest", "factor per block",
    "features at the end")
  for model in models {
    let same = trials.of(model)
    let ratios = Spread(same.map(\.ratio))
    table.add(
      model.bypass.title, model.depth, (model.depth - 2) / 2, ratios.least, ratios.greatest,
      Spread(same.map(\.perBlock), digits: 2), Spread(same.map(\.size), digits: 2))
  }
  return table
}

extension Checks {
  /// How much more the gradient grows with a 1 × 1 convolution on every shortcut.
  ///
  /// Measured over seeds 1 to 6, with and without: 3.8 to 5.0 and 2.2 to 5.5 through 4 blocks; 77 to 166 and
  /// 12 to 24 through 16; 1.6e6 to 3.6e6 and 40 to 71 through 54.
  mutating func expectProjections(_ trials: [Trial<NarrowModel, PathGradient>]) {
    func ratios(_ depth: Int, _ bypass: Bypass) -> [Double] {
      trials.of(NarrowModel(depth: depth, bypass: bypass)).map(\.ratio)
    }
    expect("through 4 blocks with convolutions", got: ratios(10, .convolution), .atMost(20))
    expect("through 16 with convolutions", got: ratios(34, .convolution), .atMost(1e3))
    expect("through 16 with the identity", got: ratios(34, .identity), .atMost(60))
    expect("through 54 with convolutions", got: ratios(110, .convolution), .atLeast(1e5))
    expect("through 54 with the identity", got: ratios(110, .identity), .atMost(300))
    let grown = [10, 110].map { depth in
      Spread(trials.of(NarrowModel(depth: depth)).map(\.size)).mean
    }
    // √(54 / 4) is 3.7; measured: 3.6 to 3.9.
    expect(
      "on the identity the features grow as the root of the blocks",
      abs(grown[1] / grown[0] - 3.7) < 0.7)
    let sizes = trials.of(NarrowModel(depth: 110, bypass: .convolution)).map(\.size)
    expect("with convolutions the features keep their size", got: sizes, .atMost(1.5))
  }
}
