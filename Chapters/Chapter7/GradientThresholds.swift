import Chapter7Blocks
import Notebook

// The bounds of gradients and gains before any training, each with what was measured.

extension Checks {
  /// The first convolution's gradient, divided by the last one's.
  ///
  /// Measured over seeds 1 to 12: 4.5e5 to 2.9e7 in a row, 1.06 to 1.66 in a dense block.
  mutating func expectChains(_ trials: [Trial<ChainModel, [Double]>]) {
    func ratios(_ layers: Int, _ isDense: Bool) -> [Double] {
      trials.of(ChainModel(layers: layers, isDense: isDense)).map { $0[0] / $0[$0.count - 1] }
    }
    expect("a hundred layers in a row, first : last", got: ratios(100, false), .atLeast(1e4))
    expect("in a dense block", got: ratios(100, true), .atMost(3))
    expect("and not less than", got: ratios(100, true), .atLeast(0.3))
  }

  /// The last block's gradient by depth, and what post-norm makes of the positions.
  ///
  /// Measured over seeds 1 to 3 and 4 to 6, from 6 to 48 blocks: pre-norm 0.42 and 0.38, where 1 / √8 is 0.35; post-norm 1.06 and 0.76.
  /// The last queries' gradient of 48 blocks: 3e-8 to 8e-8 with post-norm, 0.010 to 0.03 with pre-norm.
  mutating func expectNormGradients(_ trials: [Trial<NormModel, NormGradient>], _ depths: [Int]) {
    func values(_ place: NormPlace, _ depth: Int, _ value: (NormGradient) -> Double) -> [Double] {
      trials.of(NormModel(place: place, depth: depth)).map(value)
    }
    func change(_ place: NormPlace) -> Double {
      let last: (NormGradient) -> Double = { $0.weights.last! }
      return mean(of: values(place, depths.last!, last)) / mean(of: values(place, depths[0], last))
    }
    let deeper = Double(depths.last!) / Double(depths[0])
    let law = 1 / deeper.squareRoot()
    expect(
      "pre-norm: the last block's gradient changes as 1 / √L, but for a factor of",
      got: max(change(.preNorm) / law, law / change(.preNorm)), atMost: 2)
    expect("post-norm: it stays, so that it changes by", got: change(.postNorm), atLeast: 0.5)
    guard deeper >= 8 else { return }
    expect(
      "post-norm: gradient of the last queries",
      got: values(.postNorm, 48) { $0.queries.last! }, .atMost(1e-4))
    expect(
      "pre-norm: likewise", got: values(.preNorm, 48) { $0.queries.last! }, .atLeast(1e-3))
  }

  /// Gains of products of mixing matrices.
  ///
  /// Measured, the medians over a hundred seeds from 1 and from 4, and over a thousand: 7.5 to 8.3, 51 to 60, 930 to 944; over
  /// twenty, 9.3, 61 and 1,298. Doubly stochastic, 1.3e-6 from 1.
  mutating func expectGains(_ trials: [Trial<Mixing, [Double]>]) {
    let free = [9, 29, 59].map { at in quantile(0.5, of: trials.of(.free).map { $0[at] }) }
    expect("mixed freely, the median gain after 10 layers", got: free[0], atLeast: 4)
    expect("after 30", got: free[1], atLeast: 20)
    expect("after 60", got: free[2], atLeast: 150)
    expect(
      "doubly stochastic, the gain differs from 1 at any depth by",
      got: trials.of(.doublyStochastic).flatMap { $0.map { abs($0 - 1) } }, .atMost(1e-4))
  }

  /// Features and gradients along the streams of a net.
  ///
  /// Measured over seeds 1 to 3 and 4 to 6: 125 to 5,275 mixed freely, 17 to 27 doubly stochastic and not mixed.
  mutating func expectStreams(_ trials: [Trial<Mixing, StreamGradient>]) {
    func growth(_ mixing: Mixing) -> [Double] {
      trials.of(mixing).map { $0.gradients[0] / $0.gradients.last! }
    }
    guard trials.of(.none).allSatisfy({ $0.sizes.count > 60 }) else { return }
    expect("mixed freely, the gradient grows", got: growth(.free), .atLeast(20))
    expect("doubly stochastic", got: growth(.doublyStochastic), .atMost(60))
  }

  /// The size of what is read, and the newest result's share of it.
  ///
  /// Measured over seeds 1 to 3 and 4 to 6: the sum grows 3.9 to 4.8 times, the choice falls to 0.08; shares of 0.006 to 0.012.
  mutating func expectShares(_ trials: [Trial<DepthModel, DepthShare>]) {
    let (sum, choice) = (trials.of(.sum), trials.of(.choice))
    expect(
      "the sum grows, end : start", got: sum.map { $0.sizes.last! / $0.sizes[0] }, .atLeast(1.5))
    expect("the choice does not", got: choice.map { $0.sizes.last! / $0.sizes[0] }, .atMost(1))
    guard sum[0].shares.count >= 60 else { return }
    expect(
      "the newest result's share of the sum, behind 60 branches", got: sum.map { $0.shares[59] },
      .atMost(0.05))
    expect("and of the choice, at first", got: choice.map { $0.shares[59] }, .atMost(0.05))
  }
}
