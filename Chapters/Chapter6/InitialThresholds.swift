import Notebook

// Bounds of what is measured of nets before any training, each with what was measured.

extension Checks {
  /// How much the derivatives of neighboring points have in common.
  ///
  /// Measured over seeds 1 to 20: plain with norms, 0.98 to 0.99 with one layer, −0.10 to 0.08 with 24 and −0.13 to
  /// 0.11 with 50; residual 0.61 to 0.79, scaled 0.73 to 0.96; without norms 0.77 to 0.97 for the plain one of 24,
  /// and 0.93 to 0.99 for the residual one, scaled.
  mutating func expectShattered(
    _ trials: [Trial<LineModel, [Float]>], _ autocorrelation: ([Float]) -> Double
  ) {
    let bounds: [(LineModel, Bound)] = [
      (.one, .atLeast(0.9)), (.plain, .atMost(0.3)), (.plainFifty, .atMost(0.3)),
      (.residual, .atLeast(0.4)), (.scaled, .atLeast(0.5)), (.plainWithoutNorms, .atLeast(0.55)),
      (.scaledWithoutNorms, .atLeast(0.8)),
    ]
    for (model, bound) in bounds {
      expect(
        "\(model.name), \(model.layers): autocorrelation",
        got: trials.of(model).map(autocorrelation), bound)
    }
  }

  /// The variance of branch and shortcut.
  ///
  /// Measured over seeds 1 to 20, blocks 1, 2, 4, 8, 16, 32 and 64: branch over shortcut, times the number of the block,
  /// 0.69 to 1.45 with norms; 0.012 to 0.020 at block 64, where it is 0.21 to 2.2 without them. The variance there is 45
  /// to 75 with norms, and 1.5e12 and more without.
  mutating func expectVariances(_ trials: VarianceTrials) {
    let blocks = [1, 2, 4, 8, 16, 32, 64]
    let products = blocks.flatMap { l in
      trials.values(hasNorms: true, block: l, \.ratio).map { $0 * Double(l) }
    }
    expect("with norms, branch : shortcut, times l, is about 1", got: products, .atLeast(0.45))
    expect("and no more than", got: products, .atMost(2.2))
    expect(
      "at block 64 with norms", got: trials.values(hasNorms: true, block: 64, \.ratio),
      .atMost(0.04))
    expect(
      "and without", got: trials.values(hasNorms: false, block: 64, \.ratio), .atLeast(0.08))
    expect(
      "the variance at block 64 with norms",
      got: trials.values(hasNorms: true, block: 64, \.shortcut), .atMost(150))
    expect(
      "and without", got: trials.values(hasNorms: false, block: 64, \.shortcut), .atLeast(1e9))
  }

  /// How the gradient changes along a hundred layers.
  ///
  /// Measured over seeds 1 to 20: the first quarter has 0.25 to 0.27 of the logarithm in the plain net with σ = 0.7 and
  /// 0.21 to 0.26 with σ = 2; in the residual ones 0.43 to 0.47 and 0.40 to 0.45.
  mutating func expectBends(_ trials: DepthTrials) {
    for model in DepthModel.all {
      let shares = trials.of(model).map(shareOfFirstQuarter)
      let claim = "\(model.name): share of the first quarter"
      if model.isResidual {
        expect(claim, got: shares, .atLeast(0.35))
      } else {
        expect(claim, got: shares.map { abs($0 - 0.25) }, .atMost(0.1))
      }
    }
  }
}
