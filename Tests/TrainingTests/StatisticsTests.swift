import Autograd
import Datasets
import Layers
import Testing

@testable import Training

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

  /// Recognized test pictures in evaluation mode with statistics of `known`.
  private func fresh(from known: Batches) -> Score {
    withFreshStatistics(of: net, from: known) { evaluate(net, on: batches(data.test)) }
  }

  @Test func theRunningStatisticsAreRestored() {
    let before = memory
    keepingStatistics(of: net) {
      for batch in batches(data.test) { _ = net(batch.images.on(Tape())) }
    }
    _ = fresh(from: batches(data.training))
    #expect(memory == before)
    #expect(net.all(BatchNorm2D.self).map(\.momentum) == [0.1, 0.3])
  }

  @Test func freshStatisticsAreTheMeansOverTheBatches() {
    let score = fresh(from: batches(data.training))
    for norm in net.all(BatchNorm2D.self) {
      norm.resetRunningStatistics()
      norm.momentum = nil
    }
    for batch in batches(data.training) { _ = net(batch.images.on(Tape())) }
    #expect(score == evaluate(net, on: batches(data.test)) && score.count == 50)
  }

  /// The running statistics of a net that has seen nothing are 0 and 1, whatever its weights.
  @Test func freshStatisticsDoNotDependOnTheRunningOnes() {
    let norms = net.all(BatchNorm2D.self)
    let test = batches(data.test)
    let score = fresh(from: test)
    for norm in norms { norm.runningMean = .filled(with: 100, norm.runningMean.shape) }
    // Every number behind the first norm is now zero: all pictures get the same scores.
    #expect(Set(predictions(of: net, on: test)).count == 1)
    #expect(fresh(from: test) == score)
  }
}
