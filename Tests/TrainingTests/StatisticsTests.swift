import Autograd
import Datasets
import Layers
import Testing
import Training

@Suite struct StatisticsTests {
  let data = DrawnDigits.dataset(training: 120, test: 50, seed: 1)
  let net: Sequential

  init() {
    var random = Random(seed: 1)
    net = Sequential(
      Conv2D(1, 4, kernelSize: 5, stride: 4, using: &random), BatchNorm2D(4),
      Sequential(Conv2D(4, 8, kernelSize: 3, using: &random), BatchNorm2D(8, momentum: 0.3)),
      Flatten(), Linear(128, 10, using: &random))
    for batch in batches(data.training) { _ = net(batch.images.on(Tape())) }
  }

  private func batches(_ set: LabeledImages) -> Batches {
    set.batches(of: 40, normalize: Normalize(mean: 0.13, deviation: 0.31))
  }

  private var memory: [[Float]] {
    net.all(BatchNorm2D.self).flatMap {
      [$0.runningMean.scalars, $0.runningVariance.scalars, [Float($0.batchesTracked)]]
    }
  }

  @Test func examiningLeavesNoTrace() {
    let before = memory
    _ = scoreByBatch(of: net, on: batches(data.test))
    _ = score(of: net, withStatisticsOf: batches(data.training), on: batches(data.test))
    #expect(memory == before)
    #expect(net.all(BatchNorm2D.self).map(\.momentum) == [0.1, 0.3])
  }

  @Test func withItsOwnStatisticsABatchIsNormalizedAsWhileLearning() {
    let correct = batches(data.test).reduce(0) {
      $0 + matches(net($1.images.on(Tape())), $1.labels)
    }
    let (found, count) = scoreByBatch(of: net, on: batches(data.test))
    #expect(found == correct && count == 50)
  }

  @Test func freshStatisticsAreTheMeansOverTheBatches() {
    let fresh = score(of: net, withStatisticsOf: batches(data.training), on: batches(data.test))
    for norm in net.all(BatchNorm2D.self) {
      norm.resetRunningStatistics()
      norm.momentum = nil
    }
    for batch in batches(data.training) { _ = net(batch.images.on(Tape())) }
    #expect(fresh == score(of: net, on: batches(data.test)))
  }

  /// The running statistics of a net that has seen nothing are 0 and 1, whatever its weights.
  @Test func aNetThatHasForgottenIsBetterWithFreshStatistics() {
    let norms = net.all(BatchNorm2D.self)
    let test = batches(data.test)
    let fresh = score(of: net, withStatisticsOf: test, on: test)
    for norm in norms { norm.runningMean = .filled(with: 100, norm.runningMean.shape) }
    // Every number behind the first norm is now zero: all pictures get the same scores.
    let guesses = Set(predictions(of: net, on: test))
    #expect(guesses.count == 1)
    #expect(score(of: net, withStatisticsOf: test, on: test) == fresh)
  }
}
