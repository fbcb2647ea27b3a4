import Autograd
import Chapter6Net
import Datasets
import Layers
import Optimizers
import Testing
import Training

@testable import Live

@Suite struct LesionsTests {
  private func learned(_ steps: Int, isResidual: Bool = true) -> Lesions {
    let lesions = Lesions(stage: 2, isResidual: isResidual, seed: 1, training: 600)
    for _ in 0..<steps { _ = lesions.step() }
    return lesions
  }

  /// The loop of chapter 6.
  @Test func itsLossesAreThoseOfTheChaptersLoop() {
    let lesions = learned(0)
    let data = DrawnDigits.dataset(training: 600, test: 500, seed: 1)
    var random = Random(seed: 1)
    let net = StackedNet(depth: 10, isResidual: true, using: &random)
    let optimizer = SGD(net.parameters, learningRate: 0.1, momentum: 0.9)
    for epoch in 1...2 {
      let batches = data.training.batches(
        of: 64,
        normalize: Normalize(mean: data.training.mean, deviation: data.training.deviation),
        resize: Lesions.size, shuffledBy: Random(seed: 1 &+ UInt64(epoch) << 32))
      for batch in batches {
        let loss = crossEntropy(net(batch.images.on(Tape())), batch.labels)
        optimizer.step(loss.backward())
        #expect(lesions.step() == loss.scalar)
      }
    }
  }

  @Test func itsStatisticsAreFresh() {
    let lesions = learned(3)
    let norms = lesions.net.all(BatchNorm2D.self)
    let known = lesions.training.prefix(512).batches(
      of: 128, normalize: lesions.normalize, resize: Lesions.size)
    let fresh = withFreshStatistics(of: lesions.net, from: known) {
      norms.map { ($0.runningMean.scalars, $0.runningVariance.scalars) }
    }
    lesions.refreshStatistics()
    for (norm, statistics) in zip(norms, fresh) {
      #expect(norm.runningMean.scalars == statistics.0)
      #expect(norm.runningVariance.scalars == statistics.1)
      #expect(norm.momentum == 0.1)
    }
  }

  /// What chapter 6 does in its parts on lesions and on the classifier read early.
  private func chapters(_ lesions: Lesions, without deleted: Set<Int>) -> [Int] {
    let net = lesions.net
    let features = net.features(net.stem(lesions.test.images)) { block, i, x in
      deleted.contains(i) ? block.shortcut(x) : block(x)
    }
    return (net.blocks.count / 2 + 1...net.blocks.count).map { depth in
      zip(net.classify(features[depth]).argMax(), lesions.test.labels).count { $0 == $1 }
    }
  }

  /// Also after other blocks were deleted, some of which are there again.
  @Test(arguments: [true, false]) func whatItRecognizesIsWhatTheChapterCounts(isResidual: Bool) {
    let lesions = learned(12, isResidual: isResidual)
    lesions.refreshStatistics()
    for deleted in [[], [2], [2], [1, 2], [3], [0], [0, 1, 2, 3], []] as [Set<Int>] {
      let counts = lesions.recognized(isDeleted: (0..<4).map(deleted.contains))
      #expect(counts == chapters(lesions, without: deleted), "\(deleted)")
    }
    _ = lesions.step()
    let counts = lesions.recognized(isDeleted: [false, false, false, false])
    #expect(counts == chapters(lesions, without: []), "after one more step")
  }

  @Test func probabilitiesAreThoseOfTheScores() {
    let lesions = learned(5)
    let counts = lesions.recognized(isDeleted: [false, false, false, false])
    let right = (0..<500).count { picture in
      let last = lesions.probabilities(of: picture).suffix(10)
      #expect(abs(last.reduce(0, +) - 1) < 1e-5)
      return last.firstIndex(of: last.max()!)! - last.startIndex == lesions.test.labels[picture]
    }
    #expect(right == counts.last)
  }
}
