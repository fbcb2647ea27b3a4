import Chapter7Blocks
import Datasets
import Notebook

// The bounds of trainings, each with what was measured.

private let fashion = DatasetName.fashionMNIST.title

extension Checks {
  /// Three kinds of blocks, trained alike.
  ///
  /// Measured over seeds 1 to 3 and 4 to 6: each net at least 0.646 and 0.631; on the mean, ResNeXt 0.002 and 0.006
  /// above the block of 2015, and squeeze-and-excitation 0.034 and 0.031 below it, from each seed below.
  mutating func expectKinds(_ trials: [Trial<Kind, Learned>], _ configuration: Configuration) {
    let known = [Configuration(fashion, pictures: 1_920, epochs: 2, batchSize: 64): 0.6]
    guard let least = configuration.bounds(among: known) else { return }
    expect("each net learns", got: trials.map(\.result.accuracy), .atLeast(least))
    let means = Kind.allCases.compactMap { trials.spread(of: $0, \.accuracy)?.mean }
    guard means.count == 3 else { return }
    expect(
      "the means of the block of 2015 and of ResNeXt are apart by", got: abs(means[0] - means[1]),
      atMost: 0.05)
    expect(
      "squeeze-and-excitation is behind the block of 2015, by", got: means[0] - means[2],
      atLeast: 0.005)
  }

  /// The U-Net with its shortcuts and without.
  ///
  /// Measured over seeds 1 to 3 and 4 to 6: 0.826 to 0.844 with them, 0.780 to 0.793 without, 0.627 of the noisy pixels;
  /// the worst with and the best without are apart by 0.033 and 0.037.
  mutating func expectMasks(_ trials: [Trial<Bool, Masks>], _ configuration: Configuration) {
    let known = [Configuration(fashion, pictures: 640, epochs: 1, batchSize: 16): (0.8, 0.01)]
    guard let bounds = configuration.bounds(among: known) else { return }
    let (with, without) = (trials.of(true).map(\.ratio), trials.of(false).map(\.ratio))
    expect("with shortcuts, intersection over union", got: with, .atLeast(bounds.0))
    expect(
      "the worst seed with them is above the best without, by",
      got: with.min()! - without.max()!, atLeast: bounds.1)
    expect(
      "and the worst without above the noisy pixels alone, by",
      got: without.min()! - trials[0].result.bright, atLeast: 0.05)
  }

  /// Transformers at a high rate, with a warm-up and without.
  ///
  /// Measured over seeds 1 to 3 and 4 to 6: pre-norm 0.899 to 1.069, post-norm 1.591 to 1.855, with a warm-up 1.238 to
  /// 1.339; apart by 0.52 and 0.67, by 0.34 and 0.49, and by 0.27 and 0.34.
  mutating func expectWarmUp(
    _ trials: [Trial<WarmUpModel, SequenceResult>], _ configuration: Configuration
  ) {
    let known = [Configuration(fashion, pictures: 5_120, epochs: 1, batchSize: 64): 0.2]
    guard let least = configuration.bounds(among: known) else { return }
    let ends = WarmUpModel.all.map { trials.of($0).map(\.end) }
    expect(
      "without a warm-up, the best post-norm loses more than the worst pre-norm, by",
      got: ends[1].min()! - ends[0].max()!, atLeast: least)
    expect(
      "post-norm gains by a warm-up, on the mean",
      got: Spread(ends[1]).mean - Spread(ends[2]).mean, atLeast: 0.1)
    expect(
      "and stays behind pre-norm, on the mean",
      got: Spread(ends[2]).mean - Spread(ends[0]).mean, atLeast: 0.05)
  }

  /// A choice among all earlier results against their sum, after a short training.
  ///
  /// Measured over seeds 1 to 3 and 4 to 6: the means of the losses are apart by 0.007 and 0.019; weights 0.81 to 0.91 and 1.09
  /// to 1.27 of equal ones.
  mutating func expectDepth(
    _ trials: [Trial<DepthModel, DepthResult>], _ configuration: Configuration
  ) {
    let known = [Configuration(fashion, pictures: 1_920, epochs: 1, batchSize: 32): 0.15]
    guard let most = configuration.bounds(among: known) else { return }
    let means = DepthModel.allCases.compactMap { trials.spread(of: $0, \.end)?.mean }
    expect("the losses of sum and choice are apart by", got: abs(means[0] - means[1]), atMost: most)
    expect(
      "the choice's least weight, of equal ones",
      got: trials.of(.choice).compactMap(\.least), .atLeast(0.6))
    expect("its greatest", got: trials.of(.choice).compactMap(\.greatest), .atMost(1.6))
  }
}
